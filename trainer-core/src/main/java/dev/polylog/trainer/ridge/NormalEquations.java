package dev.polylog.trainer.ridge;

import java.util.List;

/**
 * Ridge regression on n samples: the f that minimises {@code sum_i (y_i - f(x_i))^2 + penalty |f|^2}, where
 * {@code f(x) = c . phi(x)} and {@code |f| = |c|}.
 *
 * <p>The penalty is chosen by leaving one sample out at a time. The residual at a sample of the f that was fitted to the
 * others needs no further fit: it is the residual over one less the sample's leverage.
 *
 * <p>Reference: Allen, "The relationship between variable selection and data augmentation and a method for prediction",
 * Technometrics 16, 1974.
 */
sealed interface NormalEquations permits DualEquations, PrimalEquations {

    /** Half a decade. */
    double STEP = Math.sqrt(10);

    /** Candidates for the penalty in units of the mean of {@code |phi(x_i)|^2}. */
    List<Double> PENALTIES = List.of(1e-3, 1e-3 * STEP, 1e-2, 1e-2 * STEP, 1e-1, 1e-1 * STEP, 1.0, STEP, 10.0);

    /**
     * The f of a penalty.
     *
     * @param relativePenalty the penalty over the mean of {@code |phi(x_i)|^2}; over 1 if that is 0
     */
    Solution solve(double relativePenalty);

    /** The f of the candidate that leaves the least error; of two that leave the same, the larger one. */
    default Solution choose() {
        int last = PENALTIES.size() - 1;
        Solution best = solve(PENALTIES.get(last));
        for (int i = last - 1; i >= 0; i--) {
            Solution solution = solve(PENALTIES.get(i));
            if (solution.leaveOneOutError() < best.leaveOneOutError()) {
                best = solution;
            }
        }
        return best;
    }
}
