package dev.polylog.sweep.analysis.growth;

import dev.polylog.sweep.analysis.numeric.Quantiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Quantiles of an observable over the runs of a cell, at common places. A run counts as far as its trajectory goes and no further:
 * where {@code runs} falls, the band is that of the runs that are left, which are the slow ones if success ends a run.
 *
 * @param probabilities of the quantiles, ascending
 * @param levels in order of place
 */
public record QuantileBand(List<Double> probabilities, List<Level> levels) {
    /**
     * The band at a place.
     *
     * @param runs that have a value there
     * @param quantiles one a probability; empty without runs
     */
    public record Level(double place, int runs, List<Double> quantiles) {
        public Level {
            quantiles = List.copyOf(quantiles);
        }
    }

    public QuantileBand {
        probabilities = List.copyOf(probabilities);
        levels = List.copyOf(levels);
    }

    public static QuantileBand of(List<Series> runs, List<Double> places, List<Double> probabilities) {
        for (double p : probabilities) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException("Invalid probability: " + p + " (expected from 0 to 1)");
            }
        }
        List<Level> levels = new ArrayList<>();
        for (double place : places) {
            double[] values = runs.stream()
                    .mapToDouble(run -> run.at(place))
                    .filter(value -> !Double.isNaN(value))
                    .toArray();
            Arrays.sort(values);
            List<Double> quantiles = values.length == 0
                    ? List.of()
                    : probabilities.stream()
                            .map(p -> Quantiles.ofSorted(values, p))
                            .toList();
            levels.add(new Level(place, values.length, quantiles));
        }
        return new QuantileBand(probabilities, levels);
    }

    /** Evenly spaced places from the first checkpoint of any run to the last. */
    public static List<Double> evenPlaces(List<Series> runs, int count) {
        if (runs.isEmpty() || count < 2) {
            throw new IllegalArgumentException("Cannot space " + count + " places over " + runs.size()
                    + " runs (expected at least 2 places, and a run)");
        }
        double first = runs.stream().mapToDouble(Series::first).min().orElseThrow();
        double last = runs.stream().mapToDouble(Series::last).max().orElseThrow();
        List<Double> places = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            places.add(i == count - 1 ? last : first + i * (last - first) / (count - 1));
        }
        return List.copyOf(places);
    }
}
