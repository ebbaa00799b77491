package dev.polylog.sweep.evidence;

import dev.polylog.sweep.analysis.numeric.Quantiles;
import java.util.List;

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
        double q95) {

    /** Exact quantiles of the values of runs, one a run, at least one. */
    public static BandLevel of(int cell, String observable, long samples, List<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return new BandLevel(
                cell,
                observable,
                samples,
                sorted.length,
                Quantiles.ofSorted(sorted, 0.05),
                Quantiles.ofSorted(sorted, 0.25),
                Quantiles.ofSorted(sorted, 0.5),
                Quantiles.ofSorted(sorted, 0.75),
                Quantiles.ofSorted(sorted, 0.95));
    }
}
