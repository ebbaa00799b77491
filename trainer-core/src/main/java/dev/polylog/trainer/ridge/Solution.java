package dev.polylog.trainer.ridge;

/** The solution of the normal equations for one penalty. */
final class Solution {
    private final double relativePenalty;
    private final double leaveOneOutError;
    private final double trainError;
    private final double[] coefficients;

    /** @param coefficients one for each unknown; kept, not copied */
    Solution(double relativePenalty, double leaveOneOutError, double trainError, double[] coefficients) {
        this.relativePenalty = relativePenalty;
        this.leaveOneOutError = leaveOneOutError;
        this.trainError = trainError;
        this.coefficients = coefficients;
    }

    /** The penalty over the mean squared length of the samples' features. */
    double relativePenalty() {
        return relativePenalty;
    }

    /** Mean of the squared residuals at samples that were left out. */
    double leaveOneOutError() {
        return leaveOneOutError;
    }

    /** Mean of the squared residuals. */
    double trainError() {
        return trainError;
    }

    double[] coefficients() {
        return coefficients;
    }
}
