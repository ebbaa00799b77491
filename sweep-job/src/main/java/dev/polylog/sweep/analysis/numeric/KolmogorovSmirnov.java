package dev.polylog.sweep.analysis.numeric;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The largest difference between the distribution functions of two samples (Smirnov 1939), and how far it may be from that of the laws
 * that they are from.
 */
public final class KolmogorovSmirnov {
    private static final int TERMS = 100;

    private KolmogorovSmirnov() {}

    /**
     * The largest difference between both empirical distribution functions.
     *
     * @param first at least one number; infinite ones are allowed, NaN is not
     * @param second likewise
     */
    public static double distance(double[] first, double[] second) {
        if (first.length == 0 || second.length == 0) {
            throw new IllegalArgumentException("Cannot compare samples of " + first.length + " and " + second.length
                    + " (expected at least one each)");
        }
        if (DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("Cannot compare samples, one of their numbers is not a number");
        }
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
        return largest;
    }

    /**
     * How far an empirical distribution function of n independent numbers may be from that of their law, wherever it is looked at, with
     * a probability of {@code falseAlarm} of being farther (Dvoretzky, Kiefer and Wolfowitz 1956, with the constant of Massart 1990). No
     * law is excluded.
     */
    public static double margin(int n, double falseAlarm) {
        return Math.sqrt(StrictMath.log(2 / falseAlarm) / (2.0 * n));
    }

    /** The probability of a distance at least as large between samples of one continuous law, for samples of some dozens or more. */
    public static double pValue(double distance, int first, int second) {
        double root = Math.sqrt((double) first * second / ((double) first + second));
        double x = (root + 0.12 + 0.11 / root) * distance;
        double sum = 0;
        for (int k = 1; k <= TERMS; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * StrictMath.exp(-2.0 * k * k * x * x);
        }
        return x < 0.2 ? 1 : Math.min(1, Math.max(0, sum));
    }
}
