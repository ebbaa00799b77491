package dev.polylog.sweep.analysis.scaling;

import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.survival.Cell;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.format.Numerals;
import java.util.List;
import java.util.Optional;

/**
 * How many times as many samples one set of runs takes as another: the ratio of the medians of two log-normal laws, censored runs
 * included.
 *
 * @param value of largest likelihood
 * @param interval 95 %, by Student's t
 */
public record MedianRatio(double value, Interval interval) {

    /** Empty if there are too few runs to tell their spread. */
    public static Optional<MedianRatio> of(List<Crossing> numerator, List<Crossing> denominator) {
        if (numerator.isEmpty() || denominator.isEmpty()) {
            return Optional.empty();
        }
        // One unit of log x apart, so that the slope between the two is the difference of their logarithms.
        Comparison two = Comparison.of(List.of(Cell.of(1, denominator), Cell.of(Math.E, numerator)), List.of());
        return two.slopes().stream().findFirst().map(MedianRatio::of);
    }

    private static MedianRatio of(LocalSlope slope) {
        return new MedianRatio(
                StrictMath.exp(slope.slope()),
                new Interval(
                        StrictMath.exp(slope.interval().lower()),
                        StrictMath.exp(slope.interval().upper())));
    }

    /** Whether the two may be equal. */
    public boolean isWithinError() {
        return interval.contains(1);
    }

    /** The interval, such as {@code 1.21 to 1.48}. */
    public String range() {
        return Numerals.times(interval.lower()) + " to " + Numerals.times(interval.upper());
    }
}
