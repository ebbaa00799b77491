package dev.polylog.trainer.oracle;

/** Limits that a correct program exceeds with a stated probability. */
public final class Bounds {
    /** A standard normal exceeds this modulus with probability 1e-6. */
    public static final double NORMAL_1E_6 = 4.8917;

    /** A Student variable with 99 degrees of freedom exceeds this modulus with probability below 1e-6. */
    public static final double STUDENT_99_1E_6 = 5.25;

    private Bounds() {}

    /**
     * A chi-square variable exceeds this with probability at most alpha: {@code k + 2 sqrt(k t) + 2 t, t = ln(1/alpha)}.
     *
     * <p>Reference: Laurent and Massart, "Adaptive estimation of a quadratic functional by model selection", Annals of
     * Statistics 28, 2000, lemma 1.
     */
    public static double chiSquare(int degrees, double alpha) {
        double t = -StrictMath.log(alpha);
        return degrees + 2 * Math.sqrt(degrees * t) + 2 * t;
    }

    /**
     * The normal distribution function by the series {@code 1/2 + phi(x) (x + x^3/3 + x^5/15 + ...)}, whose terms do not
     * cancel.
     */
    public static double normalCdf(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= x * x / (2 * n + 1);
            sum += term;
        }
        return 0.5 + sum * StrictMath.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
    }
}
