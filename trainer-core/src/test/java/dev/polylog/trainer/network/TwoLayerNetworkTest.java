package dev.polylog.trainer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.oracle.NaiveNetwork;
import dev.polylog.trainer.random.StreamKey;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoLayerNetworkTest {

    @Test
    void theOutputIsTheMeanOverNeurons() {
        TwoLayerNetwork network = new Initialization.Sphere(1).draw(7, 5, new StreamKey(8, 9));
        float[] x = {0.5f, -1, 2, 0, -0.25f};
        float[] h = new float[7];
        network.preActivations(x, 1, h);
        double naive = NaiveNetwork.of(network).output(new double[] {0.5, -1, 2, 0, -0.25});
        assertThat(network.output(h, 0)).isCloseTo(naive, within(1e-6));
    }

    @Test
    void theOutputInThePlaneIsTheOutputThere() {
        TwoLayerNetwork network = new Initialization.Sphere(1).draw(7, 5, new StreamKey(8, 9));
        double naive = NaiveNetwork.of(network).output(new double[] {-0.3, 1.7, 0, 0, 0});
        assertThat(network.outputAt(-0.3, 1.7)).isCloseTo(naive, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void oneBadWeightAnywhereIsSeen(float bad) {
        for (int at = 0; at < 9; at++) {
            TwoLayerNetwork network = new TwoLayerNetwork(3, 3, new float[9], new float[3]);
            network.hiddenWeights()[at] = bad;
            network.hiddenWeights()[(at + 2) % 9] = -bad;
            assertThat(network.isFinite()).isFalse();
        }
        TwoLayerNetwork network = new TwoLayerNetwork(3, 3, new float[9], new float[] {0, 0, bad});
        assertThat(network.isFinite()).isFalse();
    }

    @Test
    void theLargestWeightsAreFinite() {
        float[] w = new float[9];
        Arrays.fill(w, Float.MAX_VALUE);
        assertThat(new TwoLayerNetwork(3, 3, w, new float[3]).isFinite()).isTrue();
    }

    @Test
    void weightsOfTheWrongShapeAreRefused() {
        assertThatThrownBy(() -> new TwoLayerNetwork(2, 3, new float[5], new float[2]))
                .hasMessage("Invalid weights: 5, 0 and 2 (expected 2 x 3, 0 and 2)");
    }
}
