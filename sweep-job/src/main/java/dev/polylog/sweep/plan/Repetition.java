package dev.polylog.sweep.plan;

import dev.polylog.sweep.grid.Setting;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.RunIdentity;
import java.util.LinkedHashMap;
import java.util.Map;

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
        Map<String, Integer> kept = new LinkedHashMap<>();
        for (int cell : cells) {
            String first = RunIdentity.of(sweep.spec(cell, 0)).runId();
            kept.merge(first, cell, (a, b) -> sweep.replicates(a) >= sweep.replicates(b) ? a : b);
        }
        return kept.values().stream().mapToInt(Integer::intValue).toArray();
    }

    /** Constants on an axis are distinct, so only other values can agree. */
    private static boolean isPossible(Sweep sweep) {
        return sweep.axes().stream()
                .flatMap(axis -> axis.lines().stream())
                .anyMatch(line -> line.field().equals(Fields.ENGINE)
                        || line.values().stream().anyMatch(value -> value instanceof Setting.Formula<?>));
    }
}
