package dev.polylog.sweep.report.figure;

import dev.polylog.sweep.analysis.numeric.Quantiles;
import java.util.List;

/**
 * What the runs of a cell ended with.
 *
 * @param group values of other axes, in words
 * @param x value of the axis; NaN if it is no number
 * @param runs number of runs with a value, infinite ones included
 * @param infinite number of those whose value is infinite
 * @param missing number of runs without a value
 * @param low 5 % quantile over the runs with a value
 * @param median NaN without any
 * @param high 95 % quantile
 */
public record FinalLevel(
        String group,
        double x,
        FinalQuantity quantity,
        int runs,
        int infinite,
        int missing,
        double low,
        double median,
        double high) {

    /** Quantiles of the values of runs, of which infinite ones are the largest and NaN none. */
    public static FinalLevel of(String group, double x, FinalQuantity quantity, List<Double> values) {
        double[] known = values.stream()
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return new FinalLevel(
                group,
                x,
                quantity,
                known.length,
                (int) values.stream().filter(value -> value.isInfinite()).count(),
                values.size() - known.length,
                quantile(known, 0.05),
                quantile(known, 0.5),
                quantile(known, 0.95));
    }

    private static double quantile(double[] sorted, double p) {
        return sorted.length == 0 ? Double.NaN : Quantiles.ofSorted(sorted, p);
    }

    /** Whether there is a point to draw. */
    boolean isDrawable() {
        return Double.isFinite(median);
    }
}
