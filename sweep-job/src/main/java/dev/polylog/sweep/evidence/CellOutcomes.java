package dev.polylog.sweep.evidence;

import dev.polylog.trainer.run.Outcome;
import java.util.Map;
import java.util.function.Predicate;

/**
 * What came of a cell.
 *
 * @param runs number of its runs by outcome
 * @param medianTestError over its runs at their last checkpoint; NaN if none has one
 */
public record CellOutcomes(int cell, Map<Outcome.Kind, Long> runs, double medianTestError) {
    public CellOutcomes {
        runs = Map.copyOf(runs);
    }

    /** Those of a cell without any run. */
    public static CellOutcomes none(int cell) {
        return new CellOutcomes(cell, Map.of(), Double.NaN);
    }

    public long count(Outcome.Kind outcome) {
        return runs.getOrDefault(outcome, 0L);
    }

    /** Number of runs whose outcome is such a one. */
    public long count(Predicate<Outcome.Kind> which) {
        return runs.entrySet().stream()
                .filter(outcome -> which.test(outcome.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    public long all() {
        return runs.values().stream().mapToLong(Long::longValue).sum();
    }
}
