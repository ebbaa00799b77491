package dev.polylog.sweep.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.trainer.run.Fields;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** What the words of a sweep meant when it was written: a store keeps its sweeps as text, and reads them years later. */
final class Edition {
    static final String KEY = "edition";

    /** Of texts that do not say theirs. */
    static final int FIRST = 1;

    private static final String ENGINE = Fields.ENGINE.name();

    /** The choice of an engine, and what it was in the first edition. */
    private static final String CHOICE = "auto";

    private static final String FIRST_CHOICE = "auto-1";
    private static final List<String> PARTS = List.of("run", "grid", "zip");

    private Edition() {}

    /** The tree in words of this edition, without the key. */
    static ConfigObject translated(ConfigObject root, int implied, Problems problems) {
        int edition = implied;
        ConfigValue written = root.get(KEY);
        if (written != null) {
            Optional<Long> number = SettingReader.whole(written);
            if (number.isEmpty() || number.get() < FIRST || number.get() > Sweep.EDITION) {
                problems.invalid(
                        SourcePosition.of(written, KEY),
                        Values.text(written),
                        "a whole number from " + FIRST + " to " + Sweep.EDITION
                                + "; a larger one is of a later version of Polylog");
            } else {
                edition = Math.toIntExact(number.get());
            }
        }
        ConfigObject rest = root.withoutKey(KEY);
        return edition == FIRST ? ofFirst(rest) : rest;
    }

    /** Whether two sweeps that differ in words of two editions name the same runs, so that the words of today will do. */
    static boolean areTheSame(Sweep meant, Sweep said) {
        return meant.equals(said)
                || IntStream.range(0, said.cells())
                        .filter(cell -> said.replicates(cell) > 0)
                        .allMatch(cell -> Objects.equals(
                                Fields.ENGINE.of(meant.spec(cell, 0)), Fields.ENGINE.of(said.spec(cell, 0))));
    }

    /** In the first edition {@code auto}, which is also the default, did not choose among all engines that there are now. */
    private static ConfigObject ofFirst(ConfigObject root) {
        ConfigObject tree = root;
        boolean isNamed = false;
        for (String part : PARTS) {
            ConfigValue fields = root.get(part);
            isNamed |= fields != null && Values.elements(fields).stream().anyMatch(Edition::namesEngine);
            tree = replaced(tree, part, value -> list(value, Edition::withEngines));
        }
        return isNamed
                ? tree
                : tree.toConfig().withValue("run." + ENGINE, ofFirst()).root();
    }

    private static ConfigValue ofFirst() {
        return ConfigValueFactory.fromAnyRef(FIRST_CHOICE);
    }

    private static boolean namesEngine(ConfigValue fields) {
        return fields instanceof ConfigObject object && object.containsKey(ENGINE);
    }

    private static ConfigValue withEngines(ConfigValue fields) {
        return fields instanceof ConfigObject object
                ? replaced(object, ENGINE, value -> list(value, Edition::engine))
                : fields;
    }

    private static ConfigValue engine(ConfigValue value) {
        return Values.isScalar(value) && Values.text(value).equals(CHOICE)
                ? ofFirst().withOrigin(value.origin())
                : value;
    }

    private static ConfigObject replaced(ConfigObject object, String key, UnaryOperator<ConfigValue> change) {
        ConfigValue value = object.get(key);
        return value == null ? object : object.withValue(key, change.apply(value));
    }

    /** A list with every element changed, or a value that is none. */
    private static ConfigValue list(ConfigValue value, UnaryOperator<ConfigValue> change) {
        return value instanceof ConfigList elements
                ? ConfigValueFactory.fromIterable(elements.stream().map(change).toList())
                        .withOrigin(value.origin())
                : change.apply(value);
    }
}
