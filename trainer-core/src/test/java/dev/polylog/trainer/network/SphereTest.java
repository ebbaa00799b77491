package dev.polylog.trainer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.polylog.trainer.network.Initialization.Sphere;
import dev.polylog.trainer.oracle.Bounds;
import dev.polylog.trainer.oracle.Digest;
import dev.polylog.trainer.random.StreamKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SphereTest {
    private static final StreamKey KEY = new StreamKey(1, 618);

    @ParameterizedTest
    @CsvSource({"1,2,0.1", "64,2,1", "50,1000,0.01", "3,7,1e-6", "5,33,250"})
    void everyNeuronHasNormThetaAndOutputWeightPlusOrMinusTheta(int width, int d, double theta) {
        TwoLayerNetwork network = new Sphere(theta).draw(width, d, KEY);
        for (int j = 0; j < width; j++) {
            double square = 0;
            for (int k = 0; k < d; k++) {
                double w = network.hiddenWeights()[j * d + k];
                square += w * w;
            }
            // Each coordinate is rounded to a relative 2^-24.
            assertThat(Math.sqrt(square)).isCloseTo(theta, withinPercentage(100 * 0x1p-23));
            assertThat(Math.abs(network.outputWeights()[j])).isEqualTo((float) theta);
        }
    }

    /**
     * In the plane the angle falls evenly into 64 sectors; in space a coordinate of the unit vector is uniform on [-1, 1]
     * by Archimedes. False alarms: at most 1e-6 each.
     */
    @Test
    void directionsAreUniform() {
        int n = 1 << 17;
        float[] plane = new Sphere(1).draw(n, 2, KEY).hiddenWeights();
        double[] sectors = new double[64];
        float[] space = new Sphere(1).draw(n, 3, KEY).hiddenWeights();
        double[][] slices = new double[3][64];
        for (int j = 0; j < n; j++) {
            double turn = StrictMath.atan2(plane[2 * j], plane[2 * j + 1]) / (2 * Math.PI) + 0.5;
            sectors[Math.min(63, (int) (64 * turn))]++;
            for (int k = 0; k < 3; k++) {
                slices[k][Math.min(63, (int) (32 * (1 + (double) space[3 * j + k])))]++;
            }
        }
        assertEven(sectors, n);
        assertEven(slices[0], n);
        assertEven(slices[1], n);
        assertEven(slices[2], n);
    }

    private static void assertEven(double[] counts, int n) {
        double expected = (double) n / counts.length;
        double chiSquare = 0;
        for (double count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        assertThat(chiSquare).isLessThan(Bounds.chiSquare(counts.length - 1, 1e-6));
    }

    /** Sum of the signs, and of their products with the signs of w_1. False alarms: 1e-6 each. */
    @Test
    void signsAreFairAndIndependentOfTheDirections() {
        int n = 1 << 16;
        TwoLayerNetwork network = new Sphere(1).draw(n, 2, KEY);
        double signs = 0;
        double products = 0;
        for (int j = 0; j < n; j++) {
            signs += network.outputWeights()[j];
            products += network.outputWeights()[j] * Math.signum(network.hiddenWeights()[2 * j]);
        }
        assertThat(Math.abs(signs) / Math.sqrt(n)).isLessThan(Bounds.NORMAL_1E_6);
        assertThat(Math.abs(products) / Math.sqrt(n)).isLessThan(Bounds.NORMAL_1E_6);
    }

    @Test
    void aWiderNetworkStartsWithTheSameNeurons() {
        TwoLayerNetwork narrow = new Sphere(0.3).draw(5, 11, KEY);
        TwoLayerNetwork wide = new Sphere(0.3).draw(50, 11, KEY);
        assertThat(wide.hiddenWeights()).startsWith(narrow.hiddenWeights());
        assertThat(wide.outputWeights()).startsWith(narrow.outputWeights());
    }

    @Test
    void theFirstWeightsAreTheSameForEver() {
        TwoLayerNetwork network = new Sphere(0.1).draw(33, 65, KEY);
        assertThat(new Digest()
                        .add(network.hiddenWeights())
                        .add(network.outputWeights())
                        .hex())
                .isEqualTo("e6965110890b1ce8");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void scalesWithoutASphereAreRefused(double theta) {
        assertThatThrownBy(() -> new Sphere(theta))
                .hasMessage("Invalid init-scale: " + theta + " (expected more than 0)");
    }
}
