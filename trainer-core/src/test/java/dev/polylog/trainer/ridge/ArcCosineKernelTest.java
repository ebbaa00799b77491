package dev.polylog.trainer.ridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.linalg.Dense;
import dev.polylog.trainer.oracle.Bounds;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArcCosineKernelTest {
    private static final ArcCosineKernel OUTPUT_LAYER = new ArcCosineKernel(1, 0);
    private static final ArcCosineKernel HIDDEN_LAYER = new ArcCosineKernel(0, 1);

    @Test
    void equalOrthogonalAndOppositeInputsHaveTheValuesOfTheHalfPlane() {
        assertThat(OUTPUT_LAYER.of(12, 3, 4)).isEqualTo(6);
        assertThat(HIDDEN_LAYER.of(12, 3, 4)).isEqualTo(6);
        assertThat(OUTPUT_LAYER.of(0, 3, 4)).isCloseTo(12 / (2 * Math.PI), within(1e-15 * 12));
        assertThat(HIDDEN_LAYER.of(0, 3, 4)).isZero();
        assertThat(OUTPUT_LAYER.of(-12, 3, 4)).isZero();
        assertThat(HIDDEN_LAYER.of(-12, 3, 4)).isZero();
        assertThat(OUTPUT_LAYER.of(0, 0, 4)).isZero();
    }

    /** In the plane of both inputs the weight is r at an angle phi, with E r^2 = 2; the rest is an integral over phi. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01, 0.5, 1, Math.PI / 2, 2, 3, 3.14})
    void theKernelIsItsIntegralOverWeights(double angle) {
        int nodes = 200_000;
        double relus = 0;
        double gates = 0;
        for (int i = 0; i < nodes; i++) {
            double phi = 2 * Math.PI * (i + 0.5) / nodes;
            double x = Math.cos(phi);
            double z = Math.cos(phi - angle);
            relus += 2 * Math.max(x, 0) * Math.max(z, 0) / nodes;
            gates += x > 0 && z > 0 ? 1.0 / nodes : 0;
        }
        double product = 6 * Math.cos(angle);
        assertThat(OUTPUT_LAYER.of(product, 2, 3)).isCloseTo(6 * relus, within(1e-8));
        assertThat(HIDDEN_LAYER.of(product, 2, 3)).isCloseTo(product * gates, within(6.0 * 4 / nodes));
        assertThat(new ArcCosineKernel(0.7, 0.2).of(product, 2, 3))
                .isCloseTo(0.7 * OUTPUT_LAYER.of(product, 2, 3) + 0.2 * HIDDEN_LAYER.of(product, 2, 3), within(1e-14));
    }

    /**
     * Products of features of weights on the sphere of radius theta, and of the gradients of hidden weights, have the kernel
     * as their mean. Ten comparisons by normal approximation: together they fail by chance with probability 1e-5.
     */
    @ParameterizedTest
    @CsvSource({"2,1", "3,0.5", "8,0.1", "50,1", "128,2"})
    void theKernelIsTheMeanOverRandomWeights(int d, double theta) {
        int width = 40_000;
        Random random = new Random(d);
        float[] inputs = new float[2 * d];
        for (int k = 0; k < 2 * d; k++) {
            inputs[k] = (float) (random.nextGaussian() + (k % d == 0 ? 1 : 0));
        }
        float[] weights = sphere(random, width, d, theta);
        ArcCosineKernel kernel = new ArcCosineKernel(theta * theta / d, theta * theta);
        double[] products = products(inputs, d);
        double[] phi = new double[2 * width];
        new RandomFeatures(weights, width, d, h -> Math.max(h, 0)).write(inputs, 2, 0, width, phi);
        double[] relus = new double[width];
        double[] gates = new double[width];
        for (int j = 0; j < width; j++) {
            relus[j] = width * phi[j] * phi[width + j];
            gates[j] = phi[j] > 0 && phi[width + j] > 0 ? theta * theta * products[0] : 0;
        }
        ArcCosineKernel outputs = new ArcCosineKernel(kernel.hiddenVariance(), 0);
        ArcCosineKernel hiddens = new ArcCosineKernel(0, kernel.outputVariance());
        assertMean(relus, outputs.of(products[0], products[1], products[2]));
        assertMean(gates, hiddens.of(products[0], products[1], products[2]));
    }

    /** Also where inputs are equal, opposite or zero; in units of the trace to the accuracy of an angle near zero. */
    @ParameterizedTest
    @CsvSource({"1,0", "0,1", "0.125,1"})
    void theKernelIsPositiveSemidefinite(double hiddenVariance, double outputVariance) {
        int n = 60;
        int d = 8;
        Random random = new Random(3);
        float[] inputs = new float[n * d];
        for (int k = 0; k < 20 * d; k++) {
            inputs[k] = (float) random.nextGaussian();
            inputs[20 * d + k] = inputs[k];
            inputs[40 * d + k] = -inputs[k];
        }
        Arrays.fill(inputs, 59 * d, 60 * d, 0);
        KernelRows rows = KernelRows.of(new ArcCosineKernel(hiddenVariance, outputVariance), inputs, n, d);
        double[] gram = new double[n * n];
        rows.write(rows, gram, 0, n);
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += gram[i * n + i];
            for (int j = 0; j < i; j++) {
                assertThat(gram[i * n + j]).isEqualTo(gram[j * n + i]);
            }
        }
        assertThat(Dense.eigenvalues(gram, n)[0]).isGreaterThan(-1e-8 * trace);
    }

    @Test
    void aKernelOfNoLayerIsRefused() {
        for (double[] variances : new double[][] {{0, 0}, {-1, 2}, {Double.NaN, 1}, {1, Double.POSITIVE_INFINITY}}) {
            assertThatThrownBy(() -> new ArcCosineKernel(variances[0], variances[1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("Invalid kernel: ");
        }
    }

    static float[] sphere(Random random, int width, int d, double theta) {
        float[] weights = new float[width * d];
        for (int j = 0; j < width; j++) {
            double[] g = random.doubles(d).map(u -> random.nextGaussian()).toArray();
            double square = 0;
            for (double coordinate : g) {
                square += coordinate * coordinate;
            }
            for (int k = 0; k < d; k++) {
                weights[j * d + k] = (float) (theta * g[k] / Math.sqrt(square));
            }
        }
        return weights;
    }

    /** The product of two inputs and their lengths. */
    private static double[] products(float[] inputs, int d) {
        double product = 0;
        double square = 0;
        double otherSquare = 0;
        for (int k = 0; k < d; k++) {
            product += (double) inputs[k] * inputs[d + k];
            square += (double) inputs[k] * inputs[k];
            otherSquare += (double) inputs[d + k] * inputs[d + k];
        }
        return new double[] {product, Math.sqrt(square), Math.sqrt(otherSquare)};
    }

    private static void assertMean(double[] values, double expected) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        double variance = 0;
        for (double value : values) {
            variance += (value - mean) * (value - mean) / (values.length - 1);
        }
        assertThat(Math.abs(mean - expected)).isLessThan(Bounds.NORMAL_1E_6 * Math.sqrt(variance / values.length));
    }
}
