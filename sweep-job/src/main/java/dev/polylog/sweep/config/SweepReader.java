package dev.polylog.sweep.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.polylog.sweep.grid.Axis;
import dev.polylog.sweep.grid.Claim;
import dev.polylog.sweep.grid.Dependencies;
import dev.polylog.sweep.grid.FieldNames;
import dev.polylog.sweep.grid.Setting;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.grid.SweepDefinition;
import dev.polylog.trainer.expression.Expression;
import dev.polylog.trainer.expression.ExpressionException;
import dev.polylog.trainer.expression.Suggestion;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Reads the tree of one sweep file. */
final class SweepReader {
    private static final List<String> FIELDS =
            Fields.ALL.stream().map(Field::name).toList();

    private final ConfigObject root;
    private final SourcePosition file;
    private final Problems problems;
    private final SourcePositions positions;
    private final SettingReader settingReader;
    private final AxisReader axisReader;
    private final List<Setting<?>> settings = new ArrayList<>();
    private final List<Axis> axes = new ArrayList<>();
    private final List<Expression<Boolean>> exclusions = new ArrayList<>();
    private final Map<Field<?>, SourcePosition> fieldPositions = new HashMap<>();

    /** @param root in words of the current edition */
    SweepReader(ConfigObject root, String file, Problems problems, SourcePositions positions) {
        this.root = root;
        this.file = SourcePosition.ofFile(file);
        this.problems = problems;
        this.positions = positions;
        settingReader = new SettingReader(problems, positions);
        axisReader = new AxisReader(problems, positions, settingReader);
    }

    /** The sweep; throws {@link InvalidSweepException} with all problems. */
    Sweep read() {
        Values.checkKeys(root, file, SweepFile.KEYS, SweepReader::hintAtTop, problems);
        String name = name();
        long seed = seed();
        Expression<BigDecimal> replicates = replicates();
        object("run").ifPresent(this::readRun);
        object("grid").ifPresent(this::readGrid);
        readZips();
        readExclusions();
        ConfigValue said = root.get("claims");
        List<Claim> claims = said == null ? List.of() : new ClaimReader(problems, positions, settingReader).read(said);
        checkCycle();
        problems.throwIfAny();
        try {
            return Sweep.of(new SweepDefinition(name, seed, settings, axes, exclusions, replicates, claims));
        } catch (IllegalArgumentException e) {
            ConfigValue grid = root.get("grid");
            problems.add(grid == null ? file : SourcePosition.of(grid, "grid"), String.valueOf(e.getMessage()));
            throw problems.toException();
        }
    }

    private String name() {
        String expected = "1 to 64 of A-Z a-z 0-9 . _ -";
        ConfigValue value = root.get("name");
        if (value == null) {
            problems.add(file.at("name"), "Missing key name (expected " + expected + ")");
            return "";
        }
        String name = Values.text(value);
        if (!Values.isScalar(value) || !SweepDefinition.isName(name)) {
            problems.invalid(SourcePosition.of(value, "name"), name, expected);
        }
        return name;
    }

    private long seed() {
        ConfigValue value = root.get("seed");
        if (value == null) {
            return 1;
        }
        Optional<Long> seed = SettingReader.whole(value);
        if (seed.isEmpty()) {
            problems.invalid(
                    SourcePosition.of(value, "seed"),
                    Values.text(value),
                    "a whole number from -" + Long.MAX_VALUE + " to " + Long.MAX_VALUE);
        }
        return seed.orElse(1L);
    }

    private Expression<BigDecimal> replicates() {
        Expression<BigDecimal> once = FieldNames.number("1");
        ConfigValue value = root.get("replicates");
        if (value == null) {
            return once;
        }
        SourcePosition position = SourcePosition.of(value, "replicates");
        String text = Values.text(value);
        boolean literal = Numbers.looksLikeNumber(text);
        Optional<Long> number = SettingReader.whole(value);
        boolean admitted = number.isPresent() && number.get() >= 1 && number.get() <= SweepDefinition.MAX_RUNS;
        if (!Values.isScalar(value) || text.isEmpty() || (literal && !admitted)) {
            problems.invalid(
                    position, text, "a whole number from 1 to " + SweepDefinition.MAX_RUNS + ", or an expression");
            return once;
        }
        String source = number.map(Object::toString).orElse(text);
        return settingReader.expression(source, position).orElse(once);
    }

    private Optional<ConfigObject> object(String key) {
        ConfigValue value = root.get(key);
        if (value == null || value instanceof ConfigObject) {
            return Optional.ofNullable((ConfigObject) value);
        }
        problems.invalid(SourcePosition.of(value, key), Values.text(value), key + " { ... }");
        return Optional.empty();
    }

    private void readRun(ConfigObject run) {
        forEachField(run, SourcePosition.of(run, "run"), (field, position) -> {
            ConfigValue value = run.get(field.name());
            if (value != null) {
                settingReader.read(field, value, position).ifPresent(setting -> {
                    positions.remember(setting, position);
                    settings.add(setting);
                });
            }
        });
    }

    private void readGrid(ConfigObject grid) {
        forEachField(grid, SourcePosition.of(grid, "grid"), (field, position) -> {
            ConfigValue value = grid.get(field.name());
            if (value != null) {
                axisReader.product(field, value, position).ifPresent(axes::add);
            }
        });
    }

    private void readZips() {
        ConfigValue value = root.get("zip");
        if (value == null) {
            return;
        }
        for (ConfigValue element : Values.elements(value)) {
            SourcePosition position = SourcePosition.of(element, "zip");
            if (element instanceof ConfigObject group) {
                readZip(group, position);
            } else {
                problems.invalid(position, Values.text(element), "zip { ... }, or a list of such groups");
            }
        }
    }

    private void readZip(ConfigObject group, SourcePosition groupPosition) {
        int before = problems.count();
        List<Axis.Line<?>> lines = new ArrayList<>();
        forEachField(group, groupPosition, (field, position) -> {
            ConfigValue value = group.get(field.name());
            if (value != null) {
                axisReader.line(field, value, position).ifPresent(lines::add);
            }
        });
        if (problems.count() == before) {
            axisReader.zip(lines, groupPosition).ifPresent(axes::add);
        }
    }

    /** What to say of a key that is no field: other programs call fields otherwise, and have what is not here. */
    private static String hint(String key) {
        return Glossary.of(key)
                .map(entry -> " (" + entry.answer() + ")")
                .or(() -> Suggestion.nearest(key, FIELDS).map(field -> " (did you mean " + field + "?)"))
                .orElse(" (docs/sweep-files.md lists the fields, and " + Glossary.PAGE + " what there is not)");
    }

    /** Fields do not stand at the top, but people write them there. */
    private static String hintAtTop(String key) {
        return FIELDS.contains(key)
                ? " (did you mean run." + key + " or grid." + key + "?)"
                : Suggestion.of(key, SweepFile.KEYS);
    }

    /**
     * Visits the fields that an object names, in the order of the registry. A field may be named in one object only, unless
     * the two are at different distances from the reader: the command line wins over the file, and that over what it includes.
     */
    private void forEachField(ConfigObject object, SourcePosition parent, BiConsumer<Field<?>, SourcePosition> reader) {
        Values.checkKeys(object, parent, FIELDS, SweepReader::hint, problems);
        for (Field<?> field : Fields.ALL) {
            ConfigValue value = object.get(field.name());
            if (value != null) {
                SourcePosition position = parent.child(value, field.name());
                SourcePosition other = fieldPositions.get(field);
                if (other == null || (rank(position) > rank(other) && withdraw(field))) {
                    fieldPositions.put(field, position);
                    reader.accept(field, position);
                } else if (rank(position) >= rank(other)) {
                    problems.add(
                            position,
                            "Invalid " + position.path() + ": set twice (expected only here or in " + other.path()
                                    + ")");
                }
            }
        }
    }

    private int rank(SourcePosition position) {
        if (position.file().equals(SourcePosition.OVERRIDE)) {
            return 2;
        }
        return position.file().equals(file.file()) ? 1 : 0;
    }

    /** Takes back what was said of a field, if it stands alone. */
    private boolean withdraw(Field<?> field) {
        return settings.removeIf(setting -> setting.field().equals(field))
                || axes.removeIf(axis ->
                        axis instanceof Axis.Line<?> line && line.field().equals(field));
    }

    private void readExclusions() {
        ConfigValue value = root.get("exclude");
        if (value == null) {
            return;
        }
        for (ConfigValue element : Values.elements(value)) {
            SourcePosition position = SourcePosition.of(element, "exclude");
            if (!Values.isScalar(element) || element instanceof ConfigList) {
                problems.invalid(position, Values.text(element), "a condition, such as \"width > d\"");
                continue;
            }
            try {
                Expression<Boolean> condition = FieldNames.condition(Values.text(element));
                positions.remember(condition, position);
                exclusions.add(condition);
            } catch (ExpressionException e) {
                problems.add(position, "Invalid exclude: " + e.detail());
            }
        }
    }

    private void checkCycle() {
        List<Setting<?>> all = new ArrayList<>(settings);
        axes.forEach(axis -> axis.lines().forEach(line -> all.addAll(line.values())));
        List<Field<?>> cycle = Dependencies.cycle(all);
        if (!cycle.isEmpty()) {
            SourcePosition position = fieldPositions.getOrDefault(cycle.get(0), file);
            problems.add(
                    position,
                    "Cannot evaluate " + position.path() + ", fields read each other in a circle: "
                            + Dependencies.text(cycle));
        }
    }
}
