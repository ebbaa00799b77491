package dev.polylog.sweep.analysis.scaling;

import java.util.Arrays;

/** A maximum of a log-likelihood: where, how high, and the negative second derivatives there (lower triangle). */
final class Optimum {
    private static final double MOST_VARIANCE_OF_LOG_SIGMA = 1;

    final double[] parameters;
    final double value;
    final double[][] information;
    final boolean converged;

    Optimum(double[] parameters, double value, double[][] information, boolean converged) {
        this.parameters = parameters;
        this.value = value;
        this.information = information;
        this.converged = converged;
    }

    /**
     * Whether this is a maximum that tells log sigma to within a factor. Where every run of a cell falls between the same two
     * checkpoints, the likelihood is flat in sigma down to 0, and what looks like a maximum is an arbitrary point there.
     *
     * @param spread index of log sigma
     */
    boolean isDetermined(int spread) {
        return converged && covariance()[spread][spread] < MOST_VARIANCE_OF_LOG_SIGMA;
    }

    /** The inverse of the information, NaN throughout if it has none. */
    double[][] covariance() {
        int size = parameters.length;
        double[][] factor = new double[size][];
        for (int i = 0; i < size; i++) {
            factor[i] = information[i].clone();
        }
        boolean regular = Cholesky.factor(factor, size);
        double[][] inverse = new double[size][size];
        for (int i = 0; i < size; i++) {
            inverse[i][i] = 1;
            if (regular) {
                Cholesky.solve(factor, inverse[i], size);
            } else {
                Arrays.fill(inverse[i], Double.NaN);
            }
        }
        return inverse;
    }
}
