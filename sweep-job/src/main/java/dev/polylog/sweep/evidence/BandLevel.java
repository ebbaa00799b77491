package dev.polylog.sweep.evidence;

/**
 * Quantiles over the runs of a cell at one checkpoint.
 *
 * @param observable column of {@code trajectories}
 * @param samples training samples seen
 * @param runs number of runs
 */
public record BandLevel(
        int cell,
        String observable,
        long samples,
        long runs,
        double q05,
        double q25,
        double q50,
        double q75,
        double q95) {}
