package dev.polylog.sweep.study;

import dev.polylog.sweep.grid.Axis;
import dev.polylog.sweep.grid.Grid;
import dev.polylog.sweep.grid.Setting;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The field along which numbers of samples are compared.
 *
 * @param field a numeric one
 * @param companions fields that move with it: those zipped with it, and those that its formula reads
 * @param laws to which axes laws are fitted
 */
record ScalingAxis(Field<?> field, Set<Field<?>> companions, StudyOptions.Laws laws) {

    ScalingAxis {
        companions = Set.copyOf(companions);
    }

    /**
     * The one that is asked for; else d if it varies, else the first numeric field that does, else d.
     *
     * @throws IllegalArgumentException if there is no such field
     */
    static ScalingAxis of(Grid grid, StudyOptions options) {
        Field<?> field = options.axis().<Field<?>>map(ScalingAxis::named).orElseGet(() -> usual(grid));
        return new ScalingAxis(field, companions(grid, field), options.laws());
    }

    /** Fields that move with a field. */
    static Set<Field<?>> companions(Grid grid, Field<?> field) {
        Set<Field<?>> companions = new LinkedHashSet<>();
        addCompanions(grid, field, companions);
        companions.remove(field);
        return companions;
    }

    private static Field<?> named(String name) {
        return Fields.ALL.stream()
                .filter(Field::isNumeric)
                .filter(field -> field.name().equals(name) || field.column().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Invalid --axis: " + name + " (expected one of "
                        + Fields.ALL.stream()
                                .filter(Field::isNumeric)
                                .map(Field::column)
                                .collect(Collectors.joining(", "))
                        + ")"));
    }

    private static Field<?> usual(Grid grid) {
        List<String> varying = grid.varying();
        if (varying.contains(Fields.D.column())) {
            return Fields.D;
        }
        return Fields.ALL.stream()
                .filter(field -> varying.contains(field.column()) && field.isNumeric())
                .filter(field -> field.scope() == Field.Scope.DYNAMICS)
                .findFirst()
                .orElse(Fields.D);
    }

    private static void addCompanions(Grid grid, Field<?> field, Set<Field<?>> companions) {
        for (Axis axis : grid.axes()) {
            Set<Field<?>> lines =
                    axis.lines().stream().map(Axis.Line::field).collect(Collectors.toCollection(LinkedHashSet::new));
            if (lines.contains(field)) {
                companions.addAll(lines);
            }
        }
        for (Setting<?> setting : grid.common()) {
            if (setting.field().equals(field) && setting instanceof Setting.Formula<?> formula) {
                for (Field<?> read : formula.reads()) {
                    if (companions.add(read)) {
                        addCompanions(grid, read, companions);
                    }
                }
            }
        }
    }

    /** Whether laws are fitted along it: they are about d, and another axis has them only on demand. */
    boolean hasLaws() {
        return isDimension() || laws == StudyOptions.Laws.OF_ANY_AXIS;
    }

    boolean isDimension() {
        return field.equals(Fields.D);
    }

    @Override
    public String toString() {
        return field.column();
    }
}
