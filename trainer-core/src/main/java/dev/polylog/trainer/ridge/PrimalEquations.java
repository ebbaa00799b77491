package dev.polylog.trainer.ridge;

import dev.polylog.trainer.linalg.Blas;
import dev.polylog.trainer.linalg.CholeskyFactor;
import dev.polylog.trainer.linalg.LowerTriangle;

/**
 * One unknown a feature: {@code (Phi'Phi + penalty I) c = Phi'y}, Phi the n x p features of the samples.
 *
 * <p>The leverage of a sample is {@code |L^-1 phi(x_i)|^2}, L the Cholesky factor: p^3/3 and n p^2 operations.
 */
final class PrimalEquations implements NormalEquations {
    private final RandomFeatures features;
    private final TrainingSet samples;
    private final LowerTriangle square;
    private final double[] products;
    private final CholeskyFactor factor;
    private final double unit;

    PrimalEquations(RandomFeatures features, TrainingSet samples) {
        this.features = features;
        this.samples = samples;
        this.square = Grams.ofFeatures(features, samples);
        this.products = Grams.products(features, samples);
        this.factor = new CholeskyFactor(features.width());
        double trace = square.trace();
        this.unit = trace == 0 ? 1 : trace / samples.size();
    }

    @Override
    public Solution solve(double relativePenalty) {
        int p = features.width();
        factor.factor(square, relativePenalty * unit);
        double[] c = products.clone();
        factor.solve(c);
        double squares = 0;
        double squaresLeftOut = 0;
        double[] phi = new double[Grams.ROWS * p];
        double[] outputs = new double[Grams.ROWS];
        for (int first = 0; first < samples.size(); first += Grams.ROWS) {
            int rows = Math.min(Grams.ROWS, samples.size() - first);
            features.write(samples.inputs(first, rows), rows, 0, p, phi);
            Blas.multiply(phi, c, 0, outputs, rows, p, 1);
            factor.forward(phi, rows);
            for (int i = 0; i < rows; i++) {
                double leverage = 0;
                for (int j = i * p; j < (i + 1) * p; j++) {
                    leverage += phi[j] * phi[j];
                }
                double residual = samples.label(first + i) - outputs[i];
                double leftOut = residual / (1 - leverage);
                squares += residual * residual;
                squaresLeftOut += leftOut * leftOut;
            }
        }
        return new Solution(relativePenalty, squaresLeftOut / samples.size(), squares / samples.size(), c);
    }
}
