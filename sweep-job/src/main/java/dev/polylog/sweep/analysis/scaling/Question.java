package dev.polylog.sweep.analysis.scaling;

/**
 * What a verdict is about.
 *
 * @param axis name of x, as a rule {@code d}
 * @param theory medians that theory gives without a free parameter
 * @param path how hyper-parameters follow x, such as {@code batch-size = 4 * d, step-size = 0.1}; may be empty
 */
public record Question(String axis, ExpectedMedians theory, String path) {
    public static Question of(String axis) {
        return new Question(axis, ExpectedMedians.NONE, "");
    }

    /**
     * The growth argument's c1 for batches of m = share d, (m / d) / (2 log(1 + eta lambda)): the signal grows by 1 + eta lambda a
     * step, from theta / sqrt(d) to order theta.
     *
     * @param share m / d
     * @param eta step size
     * @param lambda growth rate per unit of time near f = 0
     */
    public static double predictedC1(double share, double eta, double lambda) {
        if (!(share > 0 && eta > 0 && lambda > 0)) {
            throw new IllegalArgumentException("Cannot predict c1 from m / d = " + share + ", eta = " + eta
                    + ", lambda = " + lambda + " (expected positive numbers)");
        }
        return share / (2 * StrictMath.log1p(eta * lambda));
    }
}
