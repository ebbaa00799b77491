package dev.polylog.sweep.config;

import dev.polylog.sweep.grid.Claim;
import dev.polylog.sweep.grid.FieldNames;
import dev.polylog.sweep.grid.InvalidCellException;
import dev.polylog.sweep.grid.Measure;
import dev.polylog.sweep.grid.Setting;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.trainer.expression.Expression;
import dev.polylog.trainer.run.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Whether the conditions of claims choose cells: one that chooses none, or reads what is the same everywhere, is a mistake. */
final class ClaimCheck {
    private final Sweep sweep;
    private final Problems problems;
    private final SourcePositions positions;
    private final SourcePosition file;
    private final Set<String> varying;

    /** @param sweep whose cells are valid */
    ClaimCheck(Sweep sweep, Problems problems, SourcePositions positions, SourcePosition file) {
        this.sweep = sweep;
        this.problems = problems;
        this.positions = positions;
        this.file = file;
        varying = new HashSet<>();
        sweep.axes()
                .forEach(axis ->
                        axis.lines().forEach(line -> varying.add(line.field().column())));
        for (Setting<?> setting : sweep.common()) {
            if (setting instanceof Setting.Formula<?>) {
                varying.add(setting.field().column());
            }
        }
    }

    void check() {
        for (Claim claim : sweep.claims()) {
            List<Expression<Boolean>> where = new ArrayList<>();
            claim.where().ifPresent(where::add);
            boolean isSound = claim.where().isEmpty() || isSound(claim.where().get(), List.of());
            for (Measure.Argument argument : claim.measure().arguments().values()) {
                if (isSound && argument instanceof Measure.OfCells cells) {
                    isSound(cells.condition(), where);
                }
            }
        }
    }

    /** Adds a problem unless the condition reads what varies, and holds in a cell where the others do. */
    private boolean isSound(Expression<Boolean> condition, List<Expression<Boolean>> others) {
        SourcePosition at = positions.of(condition, file);
        for (Field<?> field : FieldNames.readBy(condition)) {
            if (!varying.contains(field.column())) {
                problems.refused(
                        at,
                        condition.source(),
                        field.column() + " does not vary in this sweep; expected "
                                + (varying.isEmpty()
                                        ? "no condition, because nothing varies"
                                        : "a condition on "
                                                + String.join(
                                                        ", ",
                                                        varying.stream()
                                                                .sorted()
                                                                .toList())));
                return false;
            }
        }
        try {
            IntPredicate isChosen = cell -> sweep.replicates(cell) > 0
                    && others.stream().allMatch(other -> sweep.holds(other, cell))
                    && sweep.holds(condition, cell);
            if (IntStream.range(0, sweep.cells()).noneMatch(isChosen)) {
                problems.refused(
                        at,
                        condition.source(),
                        "it holds in no cell; expected one that chooses some of the " + sweep.cells());
                return false;
            }
        } catch (InvalidCellException e) {
            problems.add(at, "Invalid " + at.path() + ": " + e.getMessage());
            return false;
        }
        return true;
    }
}
