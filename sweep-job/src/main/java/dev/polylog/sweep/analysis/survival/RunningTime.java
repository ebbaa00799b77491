package dev.polylog.sweep.analysis.survival;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.numeric.Quantiles;
import dev.polylog.sweep.analysis.numeric.SplitMix;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Expected running time: samples that one success costs if failed attempts are paid for and repeated (Hansen and others,
 * <i>COCO: performance assessment</i>, 2016), ERT = samples of all runs / successes.
 *
 * @param estimate samples, infinite without a success
 * @param interval percentile interval of a bootstrap over runs; its upper end is infinite if too many resamples hold no success
 */
public record RunningTime(double estimate, Interval interval) {
    private static final int RESAMPLES = 2000;

    /**
     * That of runs of one cell.
     *
     * @param crossings of independent runs, at least one
     */
    public static RunningTime of(List<Crossing> crossings, double confidence) {
        Confidence.check(confidence);
        if (crossings.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot estimate a running time, there are no runs (expected at least one)");
        }
        double[] spent = crossings.stream().mapToDouble(Crossing::spent).toArray();
        int[] success = crossings.stream().mapToInt(c -> c.isReached() ? 1 : 0).toArray();
        long seed = SplitMix.seedOf(spent);
        double[] resampled = IntStream.range(0, RESAMPLES)
                .parallel()
                .mapToDouble(i -> resample(spent, success, new SplitMix(seed, i)))
                .toArray();
        double estimate = ratio(
                crossings.stream().mapToDouble(Crossing::spent).reduce(0, Double::sum),
                IntStream.of(success).sum());
        return new RunningTime(estimate, Quantiles.central(resampled, confidence));
    }

    private static double resample(double[] spent, int[] success, SplitMix random) {
        double total = 0;
        int successes = 0;
        for (int i = 0; i < spent.length; i++) {
            int drawn = random.nextInt(spent.length);
            total += spent[drawn];
            successes += success[drawn];
        }
        return ratio(total, successes);
    }

    private static double ratio(double total, int successes) {
        return successes == 0 ? Double.POSITIVE_INFINITY : total / successes;
    }
}
