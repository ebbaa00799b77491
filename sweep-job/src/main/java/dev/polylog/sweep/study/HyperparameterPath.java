package dev.polylog.sweep.study;

import dev.polylog.sweep.grid.Axis;
import dev.polylog.sweep.grid.Grid;
import dev.polylog.sweep.grid.Setting;
import dev.polylog.trainer.run.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What else changes along the scaling axis: formulas that depend on it, and fields zipped with it. */
final class HyperparameterPath {
    private static final int MOST_VALUES = 6;

    private HyperparameterPath() {}

    /** Such as {@code batch_size = 8 * d}; empty if nothing does. */
    static String of(Grid grid, ScalingAxis axis) {
        Set<Field<?>> moving = new HashSet<>(axis.companions());
        moving.add(axis.field());
        List<String> path = new ArrayList<>();
        for (Axis line : grid.axes()) {
            if (line.size() > 1 && line.lines().stream().anyMatch(field -> moving.contains(field.field()))) {
                line.lines().stream()
                        .filter(field -> !field.field().equals(axis.field()) && isHyperparameter(field.field()))
                        .forEach(field -> path.add(field.field().column() + " = " + values(field)));
            }
        }
        for (Axis other : grid.axes()) {
            other.lines().stream()
                    .filter(line -> line.values().stream().anyMatch(value -> reads(value, moving)))
                    .filter(line -> isHyperparameter(line.field()) && moving.add(line.field()))
                    .forEach(line -> path.add(line.field().column() + " = " + values(line)));
        }
        boolean isNew = true;
        while (isNew) {
            isNew = false;
            for (Setting<?> setting : grid.common()) {
                if (setting instanceof Setting.Formula<?> formula
                        && reads(formula, moving)
                        && moving.add(setting.field())) {
                    if (isHyperparameter(setting.field())) {
                        path.add(setting.field().column() + " = "
                                + formula.expression().source());
                    }
                    isNew = true;
                }
            }
        }
        return String.join(", ", path);
    }

    private static boolean reads(Setting<?> setting, Set<Field<?>> moving) {
        return setting instanceof Setting.Formula<?> formula
                && formula.reads().stream().anyMatch(moving::contains);
    }

    /** Budgets, stop rules and what is recorded change nothing of how a run learns. */
    private static boolean isHyperparameter(Field<?> field) {
        return field.scope() == Field.Scope.DYNAMICS;
    }

    private static String values(Axis.Line<?> line) {
        return line.values().stream().limit(MOST_VALUES).map(Setting::toString).collect(Collectors.joining(" | "))
                + (line.size() > MOST_VALUES ? " | ..." : "");
    }
}
