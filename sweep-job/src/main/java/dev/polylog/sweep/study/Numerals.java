package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.numeric.Interval;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Numbers in the words of a report. */
final class Numerals {
    /** A space at which no line ends. */
    private static final String NO_BREAK = "\u00a0";

    private Numerals() {}

    /** Such as {@code 64} or {@code 0.1}; text of an axis. */
    static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Such as {@code 1 run} or {@code 2,000 runs}. */
    static String count(long value, String noun) {
        return count(value) + " " + noun + (value == 1 ? "" : "s");
    }

    /** A number of samples; a dash if it is not known. */
    static String samples(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,.0f", value) : "–";
    }

    /** An estimate with its interval, in one piece. */
    static String samples(double value, Interval interval) {
        if (!Double.isFinite(value)) {
            return "not reached";
        }
        String range = interval.upper() < Double.POSITIVE_INFINITY
                ? samples(interval.lower()) + "–" + samples(interval.upper())
                : "≥" + NO_BREAK + samples(interval.lower());
        return samples(value) + NO_BREAK + "(" + range + ")";
    }

    static String share(double value, Interval interval) {
        return Double.isNaN(value)
                ? "–"
                : String.format(Locale.ROOT, "%.2f%s(%.2f–%.2f)", value, NO_BREAK, interval.lower(), interval.upper());
    }

    static String error(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4f", value);
    }

    /** At most so many of a list, evenly spaced, the first and the last among them. */
    static <T> List<T> even(List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        if (most == 1) {
            return List.of(all.get(0));
        }
        return IntStream.range(0, most)
                .mapToObj(i -> all.get((int) Math.round((double) i * (all.size() - 1) / (most - 1))))
                .toList();
    }
}
