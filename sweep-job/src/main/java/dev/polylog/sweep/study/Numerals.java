package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.numeric.Interval;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Numbers in the words of a report. */
final class Numerals {
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

    /** An estimate with its interval, open ends in words. */
    static String samples(double value, Interval interval) {
        if (!Double.isFinite(value)) {
            return "not reached";
        }
        return samples(value) + " ("
                + (interval.upper() < Double.POSITIVE_INFINITY
                        ? samples(interval.lower()) + " to " + samples(interval.upper())
                        : "at least " + samples(interval.lower()))
                + ")";
    }

    static String share(double value, Interval interval) {
        return Double.isNaN(value)
                ? "–"
                : String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", value, interval.lower(), interval.upper());
    }

    static String number(double value) {
        return Double.isNaN(value) ? "–" : Interval.text(value);
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
