package dev.polylog.trainer.oracle;

import java.util.Arrays;

/** Two samples of one law? */
public final class KolmogorovSmirnov {
    private KolmogorovSmirnov() {}

    /**
     * The largest distance between the empirical distribution functions of two samples, in units of
     * {@code sqrt((n + m) / (n m))}. Ties, infinities included, make it smaller.
     */
    public static double statistic(double[] first, double[] second) {
        double[] a = first.clone();
        double[] b = second.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double value = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= value) {
                i++;
            }
            while (j < b.length && b[j] <= value) {
                j++;
            }
            largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return largest * Math.sqrt((double) a.length * b.length / (a.length + b.length));
    }

    /**
     * Samples of one law of equal size n exceed this with probability at most alpha, for n of at least 458; for smaller
     * ones with probability at most {@code 1.04 alpha}.
     *
     * <p>Reference: Wei and Dudley, "Two-sample Dvoretzky-Kiefer-Wolfowitz inequalities", 2012.
     */
    public static double bound(double alpha) {
        return Math.sqrt(-StrictMath.log(alpha / 2) / 2);
    }
}
