package dev.polylog.sweep.analysis.growth;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.format.Numerals;

/**
 * An estimate over independent runs.
 *
 * @param standardError over runs; NaN where there are too few
 * @param interval Student's, with one degree of freedom less than there are runs; unbounded where there are too few
 */
public record Coefficient(double value, double standardError, Interval interval) {
    static Coefficient of(double value, double standardError, int runs, double confidence) {
        double half = Confidence.studentT(confidence, runs - 1.0) * standardError;
        return new Coefficient(
                value,
                standardError,
                Double.isNaN(half) || half == Double.POSITIVE_INFINITY
                        ? Interval.UNBOUNDED
                        : new Interval(value - half, value + half));
    }

    @Override
    public String toString() {
        return Numerals.significant(value) + " (" + interval + ")";
    }
}
