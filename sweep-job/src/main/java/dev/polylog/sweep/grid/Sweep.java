package dev.polylog.sweep.grid;

import dev.polylog.trainer.expression.Decimals;
import dev.polylog.trainer.expression.Expression;
import dev.polylog.trainer.run.Canonical;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.RunSpec;
import dev.polylog.trainer.run.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The runs of a study as a function of the cell of a grid; the last axis varies fastest. Immutable. */
public final class Sweep implements Grid {
    /** Of {@link #text()}; it grows when a word of sweep files comes to mean something else. */
    public static final int EDITION = 2;

    private static final BigDecimal MAX_RUNS = BigDecimal.valueOf(SweepDefinition.MAX_RUNS);

    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9-]*");

    private final SweepDefinition definition;
    private final int cells;
    private final Setting<?>[] base = new Setting<?>[Slots.COUNT];
    private final Settings constants;
    private final int[] live;
    private final List<Field<?>> varying;
    private final List<Field<?>> written;

    private Sweep(SweepDefinition definition) {
        this.definition = definition;
        cells = definition.axes().stream().mapToInt(Axis::size).reduce(1, Math::multiplyExact);
        Fields.ALL.forEach(field -> base[Slots.of(field)] = Setting.Constant.ofDefault(field));
        definition.settings().forEach(setting -> base[Slots.of(setting.field())] = setting);
        List<Axis.Line<?>> lines = lines(definition);
        lines.forEach(line -> base[Slots.of(line.field())] = line.values().get(0));
        varying = List.copyOf(
                lines.stream().filter(Axis.Line::varies).map(Axis.Line::field).toList());
        written = Stream.concat(
                        definition.settings().stream().<Field<?>>map(Setting::field),
                        lines.stream().map(Axis.Line::field))
                .toList();
        live = live(lines);
        constants = constants();
    }

    /** The sweep of a definition; throws {@link IllegalArgumentException} if fields depend on each other in a circle. */
    public static Sweep of(SweepDefinition definition) {
        List<Setting<?>> settings = new ArrayList<>(definition.settings());
        lines(definition).forEach(line -> settings.addAll(line.values()));
        List<Field<?>> cycle = Dependencies.cycle(settings);
        if (!cycle.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot order the fields, they read each other in a circle: " + Dependencies.text(cycle));
        }
        return new Sweep(definition);
    }

    public String name() {
        return definition.name();
    }

    public long seed() {
        return definition.seed();
    }

    public SweepDefinition definition() {
        return definition;
    }

    @Override
    public List<Axis> axes() {
        return definition.axes();
    }

    @Override
    public List<Setting<?>> common() {
        return definition.settings();
    }

    @Override
    public List<String> stores() {
        return List.of(name());
    }

    @Override
    public String store(int cell) {
        return name();
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part(0, this, Numbering.SAME));
    }

    /** What is claimed of the runs. */
    public List<Claim> claims() {
        return definition.claims();
    }

    /** Whether a condition holds in a cell that has runs; throws {@link InvalidCellException} where it has no value. */
    public boolean holds(Expression<Boolean> condition, int cell) {
        return open(cell).value(condition);
    }

    /** Number of cells, excluded ones included. */
    @Override
    public int cells() {
        return cells;
    }

    /** Number of runs of a cell; 0 if it is excluded. */
    @Override
    public int replicates(int cell) {
        return replicates(open(cell));
    }

    /** The specification of one run. */
    public RunSpec spec(int cell, int replicate) {
        return spec(open(cell), replicate);
    }

    @Override
    public RunSpec spec(int cell) {
        return spec(cell, 0);
    }

    @Override
    public Stream<RunSpec> runs(int cell) {
        int replicates = replicates(cell);
        if (replicates == 0) {
            return Stream.empty();
        }
        RunSpec first = spec(cell);
        return IntStream.range(0, replicates).mapToObj(first::withReplicate);
    }

    @Override
    public Settings settings(int cell) {
        return settings(open(cell));
    }

    @Override
    public Setting<?> setting(int cell, Field<?> field) {
        int rest = cell;
        for (int i = axes().size() - 1; i >= 0; i--) {
            Axis axis = axes().get(i);
            int position = rest % axis.size();
            rest /= axis.size();
            for (Axis.Line<?> line : axis.lines()) {
                if (line.field().equals(field)) {
                    return line.values().get(position);
                }
            }
        }
        return base[Slots.of(field)];
    }

    @Override
    public List<String> varying() {
        return varying.stream().map(Field::column).toList();
    }

    @Override
    public List<String> labels(int cell) {
        Settings settings = settings(cell);
        return varying.stream()
                .map(field -> Canonical.text(settings.find(field)))
                .toList();
    }

    /** A canonical sweep file of this sweep that needs no other file. */
    public String text() {
        return SweepText.of(definition);
    }

    /** A cell to evaluate, with the settings of all fields by slot. */
    Cell open(int cell) {
        Objects.checkIndex(cell, cells);
        Setting<?>[] settings = base.clone();
        int rest = cell;
        for (int i = definition.axes().size() - 1; i >= 0; i--) {
            Axis axis = definition.axes().get(i);
            int position = rest % axis.size();
            rest /= axis.size();
            for (Axis.Line<?> line : axis.lines()) {
                settings[Slots.of(line.field())] = line.values().get(position);
            }
        }
        return new Cell(settings);
    }

    int replicates(Cell cell) {
        if (cell.isExcluded(definition.exclusions())) {
            return 0;
        }
        BigDecimal number = cell.value(definition.replicates());
        boolean admitted = number.signum() > 0 && number.compareTo(MAX_RUNS) <= 0 && Decimals.isWhole(number);
        if (!admitted) {
            throw new InvalidCellException(
                    "Invalid replicates: " + Decimals.shown(number) + " (expected a whole number from 1 to " + MAX_RUNS
                            + ") from " + definition.replicates().source()
                            + cell.at(FieldNames.readBy(definition.replicates())),
                    definition.replicates());
        }
        return number.intValue();
    }

    RunSpec spec(Cell cell, int replicate) {
        Settings settings = settings(cell);
        try {
            return RunSpec.of(settings, seed(), replicate);
        } catch (IllegalArgumentException | ArithmeticException e) {
            String message = String.valueOf(e.getMessage());
            throw new InvalidCellException(message + cell.at(varying), blamed(cell, message));
        }
    }

    /** The setting of the field that a message names first, of those that the definition sets. */
    private @Nullable Setting<?> blamed(Cell cell, String message) {
        return WORD.matcher(message)
                .results()
                .map(MatchResult::group)
                .flatMap(word -> written.stream().filter(field -> field.name().equals(word)))
                .findFirst()
                .map(field -> cell.setting(Slots.of(field)))
                .orElse(null);
    }

    private Settings settings(Cell cell) {
        Settings.Builder settings = constants.toBuilder();
        for (int slot : live) {
            cell.apply(cell.setting(slot), settings);
        }
        return settings.build();
    }

    private int[] live(List<Axis.Line<?>> lines) {
        boolean[] changing = new boolean[Slots.COUNT];
        lines.forEach(line -> changing[Slots.of(line.field())] = true);
        definition.settings().stream()
                .filter(setting -> setting instanceof Setting.Formula<?>)
                .forEach(setting -> changing[Slots.of(setting.field())] = true);
        return IntStream.range(0, Slots.COUNT).filter(slot -> changing[slot]).toArray();
    }

    private Settings constants() {
        Settings.Builder settings = Settings.defaults().toBuilder();
        Cell cell = new Cell(base);
        for (Setting<?> setting : base) {
            if (setting instanceof Setting.Constant<?> constant) {
                cell.apply(constant, settings);
            }
        }
        return settings.build();
    }

    private static List<Axis.Line<?>> lines(SweepDefinition definition) {
        List<Axis.Line<?>> lines = new ArrayList<>();
        definition.axes().forEach(axis -> lines.addAll(axis.lines()));
        return lines;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sweep that && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return text().hashCode();
    }

    @Override
    public String toString() {
        return name() + " (" + cells + " cells)";
    }
}
