package dev.polylog.sweep.analysis.numeric;

import java.util.Locale;

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
        return text(lower) + " to " + text(upper);
    }

    /** Four significant digits, in plain notation where that is short. */
    public static String text(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinity" : "-infinity";
        }
        double size = Math.abs(value);
        if (size != 0 && (size < 1e-3 || size >= 1e7)) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        int decimals = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : 4;
        return String.format(Locale.ROOT, size >= 1000 ? "%,." + decimals + "f" : "%." + decimals + "f", value);
    }
}
