package dev.polylog.trainer.ridge;

import dev.polylog.trainer.linalg.CholeskyFactor;
import dev.polylog.trainer.linalg.LowerTriangle;

/**
 * One unknown a sample: {@code (K + penalty I) alpha = y} with {@code K_ij = phi(x_i) . phi(x_j)}, and
 * {@code f(x) = sum_i alpha_i phi(x_i) . phi(x)}.
 *
 * <p>Residuals are {@code penalty alpha_i}, and those of samples that are left out {@code alpha_i / G_ii}, G the inverse of
 * {@code K + penalty I}. The factor and the inverse of its triangle take n^3/3 operations each.
 */
final class DualEquations implements NormalEquations {
    private final LowerTriangle gram;
    private final double[] labels;
    private final CholeskyFactor factor;
    private final double unit;

    /**
     * @param gram K: n x n
     * @param labels y: n
     */
    DualEquations(LowerTriangle gram, double[] labels) {
        this.gram = gram;
        this.labels = labels;
        this.factor = new CholeskyFactor(gram.size());
        double trace = gram.trace();
        this.unit = trace == 0 ? 1 : trace / gram.size();
    }

    @Override
    public Solution solve(double relativePenalty) {
        double penalty = relativePenalty * unit;
        factor.factor(gram, penalty);
        double[] alpha = labels.clone();
        factor.solve(alpha);
        double[] inverse = factor.inverseDiagonal();
        double squares = 0;
        double squaresLeftOut = 0;
        for (int i = 0; i < alpha.length; i++) {
            double residual = penalty * alpha[i];
            double leftOut = alpha[i] / inverse[i];
            squares += residual * residual;
            squaresLeftOut += leftOut * leftOut;
        }
        return new Solution(relativePenalty, squaresLeftOut / alpha.length, squares / alpha.length, alpha);
    }
}
