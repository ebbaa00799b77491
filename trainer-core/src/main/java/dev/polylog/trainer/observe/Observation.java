package dev.polylog.trainer.observe;

import java.util.List;

/**
 * What a run records.
 *
 * @param testSize fresh clean samples at each checkpoint
 * @param schedule the checkpoints
 * @param snapshots steps at which every neuron is recorded; {@link #LAST} stands for the last one
 * @param zeta threshold of the observables that call a neuron or a network heavy
 */
public record Observation(int testSize, Schedule schedule, List<Long> snapshots, double zeta) {
    /** The last step of a run, whichever that is. */
    public static final long LAST = Long.MAX_VALUE;

    public Observation {
        if (testSize < 1) {
            throw new IllegalArgumentException("Invalid test-size: " + testSize + " (expected at least 1)");
        }
        if (!(zeta > 0 && Double.isFinite(zeta))) {
            throw new IllegalArgumentException("Invalid zeta: " + zeta + " (expected more than 0)");
        }
        snapshots = snapshots.stream().distinct().sorted().toList();
    }
}
