package dev.polylog.sweep.analysis.scaling;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.numeric.Normal;
import dev.polylog.sweep.analysis.numeric.Quantiles;
import dev.polylog.sweep.analysis.numeric.SplitMix;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Percentile intervals of a fit's parameters over resamples of runs within cells (Efron and Tibshirani, <i>An introduction to the
 * bootstrap</i>, 1993). They do not rest on the normal law of log n*, nor on one sigma. Resample i draws from a stream that the
 * data and i determine, so the same data give the same bits on any number of threads.
 *
 * <p>Runs drawn within K cells of m runs spread less than new runs would, by (m - K) / m in variance, and percentiles know nothing
 * of Student. So the percentiles are taken at a level that makes up for both, as if the interval were normal (Hesterberg, <i>What
 * teachers should know about the bootstrap</i>, 2015): Phi(t sqrt(m / (m - K))) with Student's t of m - K degrees of freedom.
 *
 * @param intervals by name of parameter
 * @param resamples that were fitted
 * @param failures resamples without a maximum, left out
 */
public record Bootstrap(Map<String, Interval> intervals, int resamples, int failures) {
    public Bootstrap {
        intervals = Map.copyOf(intervals);
    }

    public static Bootstrap of(ScalingFit fit, int resamples, double confidence) {
        Confidence.check(confidence);
        if (resamples < 100) {
            throw new IllegalArgumentException(
                    "Invalid number of resamples: " + resamples + " (expected at least 100)");
        }
        long seed = fit.sample().seed();
        double level = expanded(fit.sample(), confidence);
        List<double[]> values = IntStream.range(0, resamples)
                .parallel()
                .mapToObj(i -> fit.refit(fit.sample().resample(new SplitMix(seed, i))))
                .flatMap(Optional::stream)
                .toList();
        Map<String, Interval> intervals = new LinkedHashMap<>();
        List<String> names = fit.names();
        for (int k = 0; k < names.size(); k++) {
            int index = k;
            double[] column = values.stream().mapToDouble(row -> row[index]).toArray();
            intervals.put(
                    names.get(k),
                    column.length == 0 || level == 1 ? Interval.UNBOUNDED : Quantiles.central(column, level));
        }
        return new Bootstrap(intervals, values.size(), resamples - values.size());
    }

    private static double expanded(Sample sample, double confidence) {
        double runs = sample.runs();
        double degrees = runs - sample.cellsWithRuns();
        return degrees > 0
                ? 2 * Normal.below(Confidence.studentT(confidence, degrees) * Math.sqrt(runs / degrees)) - 1
                : 1;
    }
}
