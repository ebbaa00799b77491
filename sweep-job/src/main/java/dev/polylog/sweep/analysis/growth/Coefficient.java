package dev.polylog.sweep.analysis.growth;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.format.Numerals;
import java.util.List;

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

    /** The mean of the values of independent runs, all of them finite. */
    public static Coefficient ofMean(List<Double> values, double confidence) {
        Confidence.check(confidence);
        double runs = values.size();
        double mean = 0;
        for (double value : values) {
            mean += value / runs;
        }
        double square = 0;
        for (double value : values) {
            square += (value - mean) * (value - mean);
        }
        return of(
                values.isEmpty() ? Double.NaN : mean, Math.sqrt(square / (runs - 1) / runs), values.size(), confidence);
    }

    @Override
    public String toString() {
        return Numerals.significant(value) + " (" + interval + ")";
    }
}
