package dev.polylog.sweep.analysis.scaling;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.numeric.Normal;
import dev.polylog.sweep.analysis.numeric.Quantiles;
import dev.polylog.sweep.analysis.numeric.SplitMix;
import dev.polylog.sweep.analysis.survival.Cell;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.analysis.survival.KaplanMeier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The median over cells of theory's median over that of the runs, less 1. Its interval is a percentile bootstrap: runs are drawn again
 * within cells, and theory's medians get normal noise of their standard error.
 *
 * @param cells with a median of both
 * @param interval 95 %; a resample without a median counts as -1
 */
public record MedianError(int cells, double value, Interval interval) {
    private static final int RESAMPLES = 1000;

    /** All of fewer runs lie on one side of their median too often for resampling to know. */
    private static final int LEAST_RUNS = 6;

    /** Empty if no cell of enough runs has both medians. */
    public static Optional<MedianError> of(List<Cell> cells, ExpectedMedians theory) {
        List<Cell> both = cells.stream()
                .filter(cell -> cell.runs() >= LEAST_RUNS && theory.at(cell.x()).isPresent())
                .filter(cell -> Double.isFinite(median(cell.crossings())))
                .sorted(Comparator.comparingDouble(Cell::x))
                .toList();
        if (both.isEmpty()) {
            return Optional.empty();
        }
        double value = middle(both.stream()
                .mapToDouble(cell -> theory.at(cell.x()).orElse(Double.NaN) / median(cell.crossings()) - 1)
                .toArray());
        double[] resampled = new double[RESAMPLES];
        long seed = SplitMix.seedOf(both.stream()
                .flatMap(cell -> cell.crossings().stream())
                .mapToDouble(Crossing::upper)
                .toArray());
        for (int i = 0; i < RESAMPLES; i++) {
            resampled[i] = resample(both, theory, new SplitMix(seed, i));
        }
        return Optional.of(new MedianError(both.size(), value, Quantiles.central(resampled, Confidence.USUAL)));
    }

    private static double resample(List<Cell> cells, ExpectedMedians theory, SplitMix random) {
        double[] errors = new double[cells.size()];
        for (int k = 0; k < errors.length; k++) {
            Cell cell = cells.get(k);
            List<Crossing> drawn = new ArrayList<>();
            for (int run = 0; run < cell.runs(); run++) {
                drawn.add(cell.crossings().get(random.nextInt(cell.runs())));
            }
            double expected = theory.at(cell.x()).orElse(Double.NaN)
                    + theory.errors().getOrDefault(cell.x(), 0.0) * Normal.quantile(random.nextDouble());
            errors[k] = expected / median(drawn) - 1;
        }
        return middle(errors);
    }

    private static double median(List<Crossing> crossings) {
        return KaplanMeier.ofUpperEnds(crossings).median().estimate();
    }

    private static double middle(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return Quantiles.ofSorted(sorted, 0.5);
    }
}
