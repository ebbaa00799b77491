package dev.polylog.sweep.analysis.numeric;

/** Correlations on the scale on which they are nearly normal, z = artanh r (Fisher, 1921). */
public final class FisherZ {
    /** A correlation that rounding made 1 has a z all the same, and one that is too large to matter. */
    private static final double MOST = 1 - 1e-12;

    private FisherZ() {}

    /** z of Pearson's correlation of pairs in which both are finite; NaN with fewer than three, or where one does not vary. */
    public static double of(double[] first, double[] second) {
        double n = 0;
        double meanX = 0;
        double meanY = 0;
        for (int i = 0; i < first.length; i++) {
            if (Double.isFinite(first[i]) && Double.isFinite(second[i])) {
                n++;
                meanX += (first[i] - meanX) / n;
                meanY += (second[i] - meanY) / n;
            }
        }
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < first.length; i++) {
            if (Double.isFinite(first[i]) && Double.isFinite(second[i])) {
                double x = first[i] - meanX;
                double y = second[i] - meanY;
                xx += x * x;
                yy += y * y;
                xy += x * y;
            }
        }
        if (n < 3 || !(xx > 0 && yy > 0)) {
            return Double.NaN;
        }
        double r = Math.max(-MOST, Math.min(MOST, xy / Math.sqrt(xx * yy)));
        return (StrictMath.log1p(r) - StrictMath.log1p(-r)) / 2;
    }

    /** The correlation of a z. */
    public static double correlation(double z) {
        return StrictMath.tanh(z);
    }

    public static Interval correlation(Interval z) {
        return new Interval(correlation(z.lower()), correlation(z.upper()));
    }
}
