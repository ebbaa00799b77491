package dev.polylog.trainer.limit;

/**
 * Density and distribution of the standard normal law, by Taylor series around multiples of 1/16: with {@code C(x) = P(0 < X < x)}
 * one series gives both, since the density is its slope. C is odd, exact to a few units in its last place also near 0, and takes
 * no exponential.
 */
final class NormalLaw {
    /** {@code 1 / sqrt(2 pi)}. */
    static final double DENSITY_AT_ZERO = 0.3989422804014327;

    /** Beyond, the density is below 1e-18. */
    private static final int END = 9;

    private static final int NODES_A_UNIT = 16;
    private static final int NODES = END * NODES_A_UNIT + 1;
    /** The first term left out is below 1e-17 of the sum. */
    private static final int TERMS = 10;

    private static final double[] SERIES = series();

    private NormalLaw() {}

    private static double[] series() {
        double[] series = new double[NODES * TERMS];
        double half = 0;
        for (int node = 0; node < NODES; node++) {
            int at = node * TERMS;
            double x = (double) node / NODES_A_UNIT;
            // Of the density the coefficients are n f_n = -x f_(n-1) - f_(n-2), of C they are f_(n-1) / n.
            double before = 0;
            double density = density(x);
            series[at] = half;
            for (int n = 1; n < TERMS; n++) {
                series[at + n] = density / n;
                double next = -(x * density + before) / n;
                before = density;
                density = next;
            }
            half = value(series, at, 1.0 / NODES_A_UNIT);
        }
        return series;
    }

    private static double value(double[] series, int at, double delta) {
        double sum = series[at + TERMS - 1];
        for (int n = TERMS - 2; n >= 0; n--) {
            sum = Math.fma(sum, delta, series[at + n]);
        }
        return sum;
    }

    /** {@code P(0 < X < x)}, odd in x. */
    static double half(double x) {
        double size = Math.abs(x);
        if (!(size < END)) {
            return Double.isNaN(x) ? x : Math.copySign(0.5, x);
        }
        int node = (int) (size * NODES_A_UNIT + 0.5);
        double half = value(SERIES, node * TERMS, size - (double) node / NODES_A_UNIT);
        return x < 0 ? -half : half;
    }

    static double density(double x) {
        return DENSITY_AT_ZERO * StrictMath.exp(-x * x / 2);
    }

    /**
     * Both functions at each number of a row.
     *
     * @param halves from {@code from} on: x, replaced by {@code P(0 < X < x)}
     * @param densities overwritten from {@code from} on, the density times {@code scale}
     */
    static void replace(double[] halves, double[] densities, int from, int count, double scale) {
        for (int i = from; i < from + count; i++) {
            double x = halves[i];
            double size = Math.abs(x);
            if (!(size < END)) {
                halves[i] = Double.isNaN(x) ? x : Math.copySign(0.5, x);
                densities[i] = 0;
                continue;
            }
            int node = (int) (size * NODES_A_UNIT + 0.5);
            double delta = size - (double) node / NODES_A_UNIT;
            int at = node * TERMS;
            double sum = SERIES[at + TERMS - 1];
            double slope = sum;
            for (int n = TERMS - 2; n > 0; n--) {
                sum = Math.fma(sum, delta, SERIES[at + n]);
                slope = Math.fma(slope, delta, sum);
            }
            sum = Math.fma(sum, delta, SERIES[at]);
            halves[i] = x < 0 ? -sum : sum;
            densities[i] = scale * slope;
        }
    }
}
