package dev.polylog.sweep.study;

import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Grid;
import dev.polylog.sweep.report.figure.AlongAxis;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.RunSpec;
import dev.polylog.trainer.run.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Cells, seen along one axis: all other fields that vary make groups, but for those that move with it. */
final class StudyDesign {
    /** Columns whose values need no name; panels of figures have little room for one. */
    private static final Set<String> SELF_EXPLAINING = Set.of(Fields.TARGET.column(), Fields.INPUTS.column());

    /** The column of the store, where there are several. */
    static final String STORE = "store";

    private final Grid grid;
    private final ScalingAxis axis;
    private final Map<Integer, DesignPoint> points = new LinkedHashMap<>();
    private final Map<String, List<DesignPoint>> groups;

    StudyDesign(Grid grid, ScalingAxis axis) {
        this.grid = grid;
        this.axis = axis;
        IntStream.range(0, grid.cells()).parallel().mapToObj(this::point).toList().stream()
                .filter(point -> point.planned() > 0)
                .forEach(point -> points.put(point.cell(), point));
        groups = points.values().stream()
                .collect(Collectors.groupingBy(DesignPoint::group, LinkedHashMap::new, Collectors.toList()));
    }

    private DesignPoint point(int cell) {
        int planned = grid.replicates(cell);
        if (planned == 0) {
            return new DesignPoint(cell, Double.NaN, "", "", List.of(), 0, 0);
        }
        Settings settings = grid.settings(cell);
        List<String> group = new ArrayList<>();
        List<String> label = new ArrayList<>();
        List<String> values = new ArrayList<>();
        if (hasStores()) {
            values.add(grid.store(cell));
            label.add(words(STORE, grid.store(cell)));
            group.add(words(STORE, grid.store(cell)));
        }
        for (Field<?> field : varying()) {
            String value = grid.setting(cell, field).written();
            String words = words(field.column(), value);
            values.add(value);
            label.add(words);
            boolean movesWithTheAxis =
                    field.equals(axis.field()) || axis.companions().contains(field);
            if (!movesWithTheAxis || isTheory(field, settings)) {
                group.add(words);
            }
        }
        Number x = number(axis.field(), settings);
        return new DesignPoint(
                cell,
                x == null ? Double.NaN : x.doubleValue(),
                String.join(", ", group),
                String.join(", ", label),
                values,
                settings.value(Fields.D),
                planned);
    }

    /** Whether this field makes a cell one of theory, which no group of others may hold. */
    private static boolean isTheory(Field<?> field, Settings settings) {
        return field.equals(Fields.ENGINE) && settings.value(Fields.ENGINE).isTheory();
    }

    /** A value of a field, with the field's name unless it needs none. */
    static String words(String column, String value) {
        return SELF_EXPLAINING.contains(column) ? value : column + " = " + value;
    }

    /** A value of the axis: a number, or the word for what is none. */
    String written(double x) {
        int position = columns().indexOf(axis.toString());
        return points.values().stream()
                .filter(point -> Double.isNaN(x) && Double.isNaN(point.x()) && position >= 0)
                .map(point -> point.values().get(position))
                .findFirst()
                .orElseGet(() -> Numerals.plain(x));
    }

    private static <T> @Nullable Number number(Field<T> field, Settings settings) {
        T value = settings.find(field);
        return value == null ? null : field.kind().number(value);
    }

    /** The fields that tell cells apart, in the order of the registry. */
    List<Field<?>> varying() {
        List<String> columns = grid.varying();
        return Fields.ALL.stream()
                .<Field<?>>map(field -> field)
                .filter(field -> columns.contains(field.column()))
                .toList();
    }

    /** The columns that tell cells apart, in the order of the values of a point. */
    List<String> columns() {
        return Stream.concat(
                        hasStores() ? Stream.of(STORE) : Stream.empty(),
                        varying().stream().map(Field::column))
                .toList();
    }

    private boolean hasStores() {
        return grid.stores().size() > 1;
    }

    Grid grid() {
        return grid;
    }

    /** The axis as figures know it. */
    AlongAxis along() {
        String name = axis.toString();
        return axis.isDimension() ? AlongAxis.DIMENSION : new AlongAxis(name, name, written(Double.NaN));
    }

    ScalingAxis axis() {
        return axis;
    }

    /** Cells that have runs, in the order of the grid. */
    List<DesignPoint> points() {
        return List.copyOf(points.values());
    }

    DesignPoint point(Integer cell) {
        DesignPoint point = points.get(cell);
        if (point == null) {
            throw new IllegalArgumentException("Invalid cell: " + cell + " (expected one that has runs)");
        }
        return point;
    }

    /** Values of all varying fields of a cell, in words. */
    String label(int cell) {
        return point(Integer.valueOf(cell)).label();
    }

    /** Cells by group, in the order of the grid. */
    Map<String, List<DesignPoint>> groups() {
        return groups;
    }

    /** Columns that tell groups apart: those with one value in each group, and not the same in all. */
    List<String> groupColumns() {
        return columns().stream()
                .filter(column -> !column.equals(axis.toString()))
                .filter(column -> groups.values().stream()
                        .allMatch(group -> group.stream()
                                        .map(point -> value(point, column))
                                        .distinct()
                                        .count()
                                == 1))
                .toList();
    }

    /** Values of a group in these columns. */
    List<String> groupValues(String group) {
        DesignPoint first = groups.getOrDefault(group, List.of()).get(0);
        return groupColumns().stream().map(column -> value(first, column)).toList();
    }

    private String value(DesignPoint point, String column) {
        return point.values().get(columns().indexOf(column));
    }

    /** Specification of the first run of a cell. */
    RunSpec spec(DesignPoint point) {
        return grid.spec(point.cell());
    }
}
