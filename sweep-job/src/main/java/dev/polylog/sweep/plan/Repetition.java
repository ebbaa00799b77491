package dev.polylog.sweep.plan;

import dev.polylog.sweep.grid.Setting;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.RunIdentity;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Cells of a grid that are the same specification: expressions on an axis may agree, such as {@code 64} and {@code d} at
 * d = 64, and so may engines. Their runs are trained once.
 */
final class Repetition {
    private Repetition() {}

    static int[] drop(Sweep sweep, int[] cells) {
        if (!isPossible(sweep)) {
            return cells;
        }
        Set<String> seen = new HashSet<>();
        return Arrays.stream(cells)
                .filter(cell -> seen.add(RunIdentity.of(sweep.spec(cell, 0)).runId()))
                .toArray();
    }

    /** Constants on an axis are distinct, so only other values can agree. */
    private static boolean isPossible(Sweep sweep) {
        return sweep.axes().stream()
                .flatMap(axis -> axis.lines().stream())
                .anyMatch(line -> line.field().equals(Fields.ENGINE)
                        || line.values().stream().anyMatch(value -> value instanceof Setting.Formula<?>));
    }
}
