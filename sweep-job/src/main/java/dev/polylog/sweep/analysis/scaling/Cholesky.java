package dev.polylog.sweep.analysis.scaling;

/** Triangular factors of the small symmetric matrices of likelihoods, which may turn out not to be positive definite. */
final class Cholesky {
    private static final double SINGULAR = 1e-13;

    /**
     * Replaces the lower triangle of a matrix by its factor.
     *
     * @return whether the matrix was positive definite beyond rounding
     */
    static boolean factor(double[][] matrix, int size) {
        for (int i = 0; i < size; i++) {
            double diagonal = matrix[i][i];
            for (int j = 0; j <= i; j++) {
                double sum = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= matrix[i][k] * matrix[j][k];
                }
                if (j < i) {
                    matrix[i][j] = sum / matrix[j][j];
                } else if (sum > SINGULAR * Math.abs(diagonal)) {
                    matrix[i][i] = Math.sqrt(sum);
                } else {
                    return false;
                }
            }
        }
        return true;
    }

    /** Solves in place, given the factor. */
    static void solve(double[][] factor, double[] right, int size) {
        for (int i = 0; i < size; i++) {
            for (int k = 0; k < i; k++) {
                right[i] -= factor[i][k] * right[k];
            }
            right[i] /= factor[i][i];
        }
        for (int i = size - 1; i >= 0; i--) {
            for (int k = i + 1; k < size; k++) {
                right[i] -= factor[k][i] * right[k];
            }
            right[i] /= factor[i][i];
        }
    }

    /** Solves a system, with a ridge as small as will do where it is singular. */
    static double[] solve(double[][] matrix, double[] right) {
        for (double ridge = 0; ; ridge = Math.max(1e-12, ridge * 100)) {
            double[][] copy = ridged(matrix, ridge);
            if (factor(copy, right.length)) {
                double[] solution = right.clone();
                solve(copy, solution, right.length);
                return solution;
            }
        }
    }

    private static double[][] ridged(double[][] matrix, double ridge) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
            copy[i][i] += ridge * Math.max(matrix[i][i], Double.MIN_NORMAL);
        }
        return copy;
    }
}
