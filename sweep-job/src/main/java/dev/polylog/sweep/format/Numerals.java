package dev.polylog.sweep.format;

import java.util.Locale;

/** Writes numbers that have no unit. Texts do not depend on the locale of the machine. */
public final class Numerals {
    /** Stands for a number that there is none of. */
    public static final String NONE = "–";

    /** A space at which no line ends. */
    private static final String NO_BREAK = "\u00a0";

    /** Whole numbers below are written with all digits: a long holds them, and samples of many dimensions are among them. */
    private static final double EXACT = 1e18;

    private Numerals() {}

    /** Such as {@code 64} or {@code 0.1}: all digits, and no fraction without need. */
    public static String plain(double value) {
        return isWhole(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private static boolean isWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < EXACT;
    }

    /** Such as {@code 12,345}. */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Such as {@code 1 run} or {@code 2,000 runs}. */
    public static String count(long value, String noun) {
        return count(value) + " " + noun + (value == 1 ? "" : "s");
    }

    /** Such as {@code 12,345}, {@code 0.1250}, {@code 1.250e-05}. */
    public static String number(double value) {
        if (isWhole(value)) {
            return count((long) value);
        }
        return String.format(Locale.ROOT, Math.abs(value) < 1e-3 ? "%.3e" : "%.4f", value);
    }

    /** Four significant digits, in plain notation where that is short. */
    public static String significant(double value) {
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

    /** A number of samples; a dash if it is not finite. */
    public static String samples(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,.0f", value) : NONE;
    }

    /**
     * An estimate of samples with the ends of its interval, in one piece; {@code not reached} if it is not finite, and alone if neither
     * end is known.
     */
    public static String samples(double value, double lower, double upper) {
        if (!Double.isFinite(value)) {
            return "not reached";
        }
        return samples(value) + range(lower, upper);
    }

    private static String range(double lower, double upper) {
        if (upper < Double.POSITIVE_INFINITY) {
            return NO_BREAK + "(" + (lower > 0 ? samples(lower) + "–" : "≤" + NO_BREAK) + samples(upper) + ")";
        }
        return lower > 0 ? NO_BREAK + "(≥" + NO_BREAK + samples(lower) + ")" : "";
    }

    /** A ratio with the ends of its interval, in one piece. */
    public static String ratio(double value, double lower, double upper) {
        return times(value) + NO_BREAK + "(" + times(lower) + "–" + times(upper) + ")";
    }

    /** A ratio, such as {@code 1.55}, {@code 23} or {@code 1,204}. */
    public static String times(double value) {
        return value < 9.995
                ? String.format(Locale.ROOT, "%.2f", value)
                : Double.isFinite(value) ? String.format(Locale.ROOT, "%,.0f", value) : "infinity";
    }

    /** A number to four significant digits with the ends of its interval, in one piece. */
    public static String estimate(double value, double lower, double upper) {
        String to = lower < 0 ? NO_BREAK + "to" + NO_BREAK : "–";
        return significant(value) + NO_BREAK + "(" + significant(lower) + to + significant(upper) + ")";
    }

    /** A share with the ends of its interval, in one piece; a dash for NaN. */
    public static String share(double value, double lower, double upper) {
        return Double.isNaN(value)
                ? NONE
                : String.format(Locale.ROOT, "%.2f%s(%.2f–%.2f)", value, NO_BREAK, lower, upper);
    }

    /** A test error to four decimals; a dash for NaN. */
    public static String error(double value) {
        return Double.isNaN(value) ? NONE : String.format(Locale.ROOT, "%.4f", value);
    }
}
