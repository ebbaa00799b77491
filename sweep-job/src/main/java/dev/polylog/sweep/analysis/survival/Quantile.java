package dev.polylog.sweep.analysis.survival;

import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.format.Numerals;

/**
 * A quantile of n*, in samples. Infinity means "not reached": too many runs never met the threshold to tell more.
 *
 * @param p share of runs that have met the threshold by then
 * @param estimate samples, or infinity
 * @param interval with ends that may be infinite
 */
public record Quantile(double p, double estimate, Interval interval) {
    public boolean isReached() {
        return estimate < Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return text(estimate) + " (" + text(interval.lower()) + " to " + text(interval.upper()) + ")";
    }

    private static String text(double samples) {
        return samples == Double.POSITIVE_INFINITY ? "not reached" : Numerals.significant(samples);
    }
}
