package dev.polylog.trainer.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.network.TwoLayerNetwork;
import org.junit.jupiter.api.Test;

/** Networks of neurons (w_sig, w_perp) in given blocks, all with |a| = 1. */
class PhaseTest {
    private static final double ZETA = 0.5;

    @Test
    void noiseIsHomogeneous() {
        assertThat(phase(even(40, 0.1, 1))).isEqualTo(Phase.HOMOGENEOUS);
    }

    @Test
    void cleanSignalInAllBlocksIsHeavy() {
        assertThat(phase(even(40, 1, 0.1))).isEqualTo(Phase.HEAVY);
    }

    @Test
    void signalAboveTheRestButNotFarAboveIsHeterogeneous() {
        assertThat(phase(even(40, 1, 0.8))).isEqualTo(Phase.HETEROGENEOUS);
    }

    @Test
    void aTenthOfTheNeuronsMayStandOutInTheHomogeneousPhaseAndNoMore() {
        double[][] neurons = even(40, 0.1, 1);
        for (int j = 0; j < 4; j++) {
            neurons[j] = new double[] {j, 2, 1};
        }
        assertThat(phase(neurons)).isEqualTo(Phase.HOMOGENEOUS);
        neurons[4] = new double[] {0, 2, 1};
        assertThat(phase(neurons)).isEqualTo(Phase.HETEROGENEOUS);
    }

    @Test
    void theHeavyPhaseNeedsATenthOfTheMassInEveryBlock() {
        assertThat(phase(new double[][] {{0, 3, 0}, {1, 3, 0}, {2, 3, 0}, {3, 1.01, 0}}))
                .isEqualTo(Phase.HEAVY);
        assertThat(phase(new double[][] {{0, 3, 0}, {1, 3, 0}, {2, 3, 0}, {3, 0.99, 0}}))
                .isEqualTo(Phase.HETEROGENEOUS);
        assertThat(phase(new double[][] {{0, 3, 0}, {1, 3, 0}, {2, 3, 0}})).isEqualTo(Phase.HETEROGENEOUS);
    }

    @Test
    void theHeavyPhaseNeedsAResidualBelowZetaTimesTheMass() {
        assertThat(phase(even(4, 1, 0.49))).isEqualTo(Phase.HEAVY);
        assertThat(phase(even(4, 1, 0.51))).isEqualTo(Phase.HETEROGENEOUS);
    }

    @Test
    void brokenWeightsHaveNoPhase() {
        TwoLayerNetwork broken = new TwoLayerNetwork(1, 2, new float[] {Float.NaN, 0}, new float[] {1});
        assertThat(Phase.of(new NeuronStatistics(broken, ZETA), ZETA)).isNull();
        TwoLayerNetwork infinite = new TwoLayerNetwork(1, 2, new float[] {Float.POSITIVE_INFINITY, 0}, new float[] {1});
        assertThat(Phase.of(new NeuronStatistics(infinite, ZETA), ZETA)).isNull();
    }

    @Test
    void namesAreLowerCase() {
        assertThat(Phase.values()).extracting(Phase::toString).containsExactly("homogeneous", "heterogeneous", "heavy");
    }

    /** Each neuron is block, w_sig, w_perp. */
    private static Phase phase(double[][] neurons) {
        int[][] directions = {{1, -1}, {-1, 1}, {1, 1}, {-1, -1}};
        float[] w = new float[3 * neurons.length];
        float[] a = new float[neurons.length];
        for (int j = 0; j < neurons.length; j++) {
            int block = (int) neurons[j][0];
            w[3 * j] = (float) (directions[block][0] * neurons[j][1] / Math.sqrt(2));
            w[3 * j + 1] = (float) (directions[block][1] * neurons[j][1] / Math.sqrt(2));
            w[3 * j + 2] = (float) neurons[j][2];
            a[j] = block < 2 ? 1 : -1;
        }
        return Phase.of(new NeuronStatistics(new TwoLayerNetwork(a.length, 3, w, a), ZETA), ZETA);
    }

    private static double[][] even(int width, double signal, double perpendicular) {
        double[][] neurons = new double[width][];
        for (int j = 0; j < width; j++) {
            neurons[j] = new double[] {j % 4, signal, perpendicular};
        }
        return neurons;
    }
}
