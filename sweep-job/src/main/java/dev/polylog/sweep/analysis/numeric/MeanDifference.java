package dev.polylog.sweep.analysis.numeric;

import java.util.List;

/**
 * The mean of one sample less that of another, with variances of their own (Welch, <i>The generalization of Student's problem when
 * several different population variances are involved</i>, 1947).
 *
 * @param interval 95 %
 */
public record MeanDifference(double value, Interval interval) {

    /**
     * Compares.
     *
     * @param first at least two finite numbers
     * @param second likewise
     */
    public static MeanDifference of(List<Double> first, List<Double> second) {
        if (first.size() < 2 || second.size() < 2) {
            throw new IllegalArgumentException("Cannot compare samples of " + first.size() + " and " + second.size()
                    + " (expected at least two each)");
        }
        double a = variance(first) / first.size();
        double b = variance(second) / second.size();
        double value = mean(first) - mean(second);
        if (a + b == 0) {
            return new MeanDifference(value, new Interval(value, value));
        }
        double degrees = (a + b) * (a + b) / (a * a / (first.size() - 1.0) + b * b / (second.size() - 1.0));
        double half = Confidence.studentT(Confidence.USUAL, degrees) * Math.sqrt(a + b);
        return new MeanDifference(value, new Interval(value - half, value + half));
    }

    private static double mean(List<Double> values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.size();
        }
        return mean;
    }

    private static double variance(List<Double> values) {
        double mean = mean(values);
        double square = 0;
        for (double value : values) {
            square += (value - mean) * (value - mean);
        }
        return square / (values.size() - 1.0);
    }
}
