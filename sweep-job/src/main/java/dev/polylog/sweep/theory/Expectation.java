package dev.polylog.sweep.theory;

import dev.polylog.sweep.analysis.numeric.Quantiles;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.evidence.BandLevel;
import dev.polylog.sweep.evidence.Trajectory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a few starts of the recursion did. The band is that of the starts, from the first that met the criterion to the last: it
 * holds their spread, not an error of theory.
 *
 * @param batchSize samples in a step
 * @param horizon steps after which theory gave up
 * @param crossings of the starts, in samples; those that did not meet the criterion within the horizon are open
 * @param trajectories of the starts, at evenly chosen checkpoints
 */
public record Expectation(long batchSize, long horizon, List<Crossing> crossings, List<Trajectory> trajectories)
        implements Forecast {
    /** Standard error of a median over that of a mean: the root of pi/2. */
    private static final double MEDIAN = 1.2533141373155003;

    public Expectation {
        crossings = List.copyOf(crossings);
        trajectories = List.copyOf(trajectories);
    }

    public int starts() {
        return crossings.size();
    }

    /** Starts that met the criterion. */
    public int reached() {
        return (int) crossings.stream().filter(Crossing::isReached).count();
    }

    /** Median samples to the criterion over the starts, as checkpoints see them; infinite if half of the starts never met it. */
    public double samples() {
        return quantile(0.5);
    }

    /** Standard error of {@link #samples()}, that of the median of normal numbers; 0 of one start, or where one is infinite. */
    public double samplesError() {
        double[] samples = crossings.stream().mapToDouble(Crossing::upper).toArray();
        double mean = Arrays.stream(samples).average().orElseThrow();
        double square = Arrays.stream(samples).map(n -> (n - mean) * (n - mean)).sum();
        double error = MEDIAN * Math.sqrt(square / Math.max(1, samples.length - 1) / samples.length);
        return Double.isFinite(error) ? error : 0;
    }

    /** Samples of the fastest start; infinite if none met the criterion. */
    public double least() {
        return quantile(0);
    }

    /** Samples of the slowest start; infinite if one never met the criterion. */
    public double most() {
        return quantile(1);
    }

    /** Median steps to the criterion. */
    public double steps() {
        return samples() / batchSize;
    }

    private double quantile(double p) {
        double[] sorted =
                crossings.stream().mapToDouble(Crossing::upper).sorted().toArray();
        return Quantiles.ofSorted(sorted, p);
    }

    /**
     * Quantiles over the starts at the checkpoints that all of them have; none where an observable is not a number.
     *
     * @param cell that they are said to be of
     */
    public List<BandLevel> levels(int cell, Collection<String> columns) {
        return columns.stream().flatMap(column -> levels(cell, column).stream()).toList();
    }

    private List<BandLevel> levels(int cell, String column) {
        Map<Long, List<Double>> bySamples = new TreeMap<>();
        for (Trajectory start : trajectories) {
            long[] samples = start.samples();
            double[] values = start.values(column);
            for (int i = 0; i < samples.length; i++) {
                if (!Double.isNaN(values[i])) {
                    bySamples
                            .computeIfAbsent(samples[i], seen -> new ArrayList<>())
                            .add(values[i]);
                }
            }
        }
        Map<Long, List<Double>> common = new LinkedHashMap<>();
        bySamples.forEach((samples, values) -> {
            if (values.size() == trajectories.size()) {
                common.put(samples, values);
            }
        });
        return common.entrySet().stream()
                .map(level -> BandLevel.of(cell, column, level.getKey(), level.getValue()))
                .toList();
    }
}
