package dev.polylog.sweep.evidence;

import java.util.Map;

/**
 * What came of a cell.
 *
 * @param runs number of its runs by outcome
 * @param medianTestError over its runs at their last checkpoint; NaN if none has one
 */
public record CellOutcomes(int cell, Map<String, Long> runs, double medianTestError) {
    public CellOutcomes {
        runs = Map.copyOf(runs);
    }

    public long count(String outcome) {
        return runs.getOrDefault(outcome, 0L);
    }

    public long all() {
        return runs.values().stream().mapToLong(Long::longValue).sum();
    }
}
