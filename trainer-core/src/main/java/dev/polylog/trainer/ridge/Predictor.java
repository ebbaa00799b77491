package dev.polylog.trainer.ridge;

import dev.polylog.trainer.linalg.Blas;
import java.util.Arrays;

/** A function of inputs, such as ridge regression fits. */
@FunctionalInterface
public interface Predictor {

    /**
     * Outputs f(x) at some inputs.
     *
     * @param inputs rows x d
     * @param outputs rows, overwritten
     */
    void predict(float[] inputs, int rows, double[] outputs);

    /** {@code f(x) = c . phi(x)}. */
    final class Linear implements Predictor {
        private final RandomFeatures features;
        private final double[] coefficients;

        Linear(RandomFeatures features, double[] coefficients) {
            this.features = features;
            this.coefficients = coefficients;
        }

        @Override
        public void predict(float[] inputs, int rows, double[] outputs) {
            int d = features.d();
            int p = features.width();
            double[] phi = new double[Math.min(rows, Grams.ROWS) * p];
            double[] some = new double[Math.min(rows, Grams.ROWS)];
            for (int first = 0; first < rows; first += Grams.ROWS) {
                int count = Math.min(Grams.ROWS, rows - first);
                features.write(Arrays.copyOfRange(inputs, first * d, (first + count) * d), count, 0, p, phi);
                Blas.multiply(phi, coefficients, 0, some, count, p, 1);
                System.arraycopy(some, 0, outputs, first, count);
            }
        }

        /** The output weights of a network in mean-field scaling, {@code f(x) = (1/p) sum_j a_j activation(w_j . x)}. */
        public double[] outputWeights() {
            double scale = Math.sqrt(features.width());
            return Arrays.stream(coefficients).map(c -> c * scale).toArray();
        }
    }

    /** {@code f(x) = sum_i alpha_i k(x_i, x)} over the training samples. */
    final class Expansion implements Predictor {
        private final ArcCosineKernel kernel;
        private final TrainingSet samples;
        private final double[] alpha;

        /** Samples that are added later do not count. */
        Expansion(ArcCosineKernel kernel, TrainingSet samples, double[] alpha) {
            this.kernel = kernel;
            this.samples = samples;
            this.alpha = alpha;
        }

        @Override
        public void predict(float[] inputs, int rows, double[] outputs) {
            int d = samples.d();
            Arrays.fill(outputs, 0, rows, 0);
            for (int first = 0; first < rows; first += Grams.ROWS) {
                int count = Math.min(Grams.ROWS, rows - first);
                KernelRows some =
                        KernelRows.of(kernel, Arrays.copyOfRange(inputs, first * d, (first + count) * d), count, d);
                for (int from = 0; from < alpha.length; from += Grams.ROWS) {
                    int others = Math.min(Grams.ROWS, alpha.length - from);
                    double[] values = new double[count * others];
                    some.write(KernelRows.of(kernel, samples, from, others), values, 0, others);
                    for (int i = 0; i < count; i++) {
                        for (int j = 0; j < others; j++) {
                            outputs[first + i] += values[i * others + j] * alpha[from + j];
                        }
                    }
                }
            }
        }
    }
}
