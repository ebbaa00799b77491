package dev.polylog.sweep.analysis.numeric;

import java.util.Arrays;

/** Quantiles of samples, by linear interpolation of order statistics (Hyndman and Fan's type 7, the default of R and NumPy). */
public final class Quantiles {
    private Quantiles() {}

    /**
     * The p-quantile.
     *
     * @param sorted values in ascending order, at least one, none NaN; infinite ones are allowed
     * @param p from 0 to 1
     */
    public static double ofSorted(double[] sorted, double p) {
        double position = p * (sorted.length - 1);
        int below = (int) position;
        double share = position - below;
        if (share == 0 || below + 1 >= sorted.length || sorted[below] == sorted[below + 1]) {
            return sorted[below];
        }
        return sorted[below] + share * (sorted[below + 1] - sorted[below]);
    }

    /** The central interval of that confidence: of bootstrap estimates, the percentile interval. */
    public static Interval central(double[] values, double confidence) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Interval(ofSorted(sorted, (1 - confidence) / 2), ofSorted(sorted, (1 + confidence) / 2));
    }
}
