package dev.polylog.sweep.analysis.numeric;

import dev.polylog.sweep.format.Numerals;

/**
 * From {@code lower} to {@code upper}, either of which may be infinite: an infinite end says that the data set no bound there.
 *
 * @param lower least value, or minus infinity
 * @param upper largest value, or infinity
 */
public record Interval(double lower, double upper) {
    /** That of an estimate about which nothing is known. */
    public static final Interval UNBOUNDED = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    public Interval {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException("Invalid interval: " + lower + " to " + upper
                    + " (expected numbers, the first not above the second)");
        }
    }

    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }

    /** Both ends times a factor that is positive. */
    public Interval times(double factor) {
        return new Interval(lower * factor, upper * factor);
    }

    @Override
    public String toString() {
        return Numerals.significant(lower) + " to " + Numerals.significant(upper);
    }
}
