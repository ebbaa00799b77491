package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.task.InputLaw;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every engine that draws the minibatch itself. */
abstract class EngineContract extends StepContract {

    /** Only the order of sums changes, by a few units in the last place a step. */
    @ParameterizedTest
    @MethodSource("laws")
    void permutingTheNeuronsPermutesTheResult(InputLaw law) {
        int width = 24;
        int d = 17;
        TwoLayerNetwork network = start(width, d);
        TwoLayerNetwork permuted = start(width, d);
        for (int j = 0; j < width; j++) {
            int to = 5 * j % width;
            System.arraycopy(network.hiddenWeights(), j * d, permuted.hiddenWeights(), to * d, d);
            permuted.outputWeights()[to] = network.outputWeights()[j];
        }
        Training training = new Training(200, 0.5);
        Engine one = type().start(task(law, d, 0), network, training, KEY);
        Engine other = type().start(task(law, d, 0), permuted, training, KEY);
        for (long step = 1; step <= 3; step++) {
            assertThat(other.step(step)).isCloseTo(one.step(step), within(1e-6));
        }
        for (int j = 0; j < width; j++) {
            int to = 5 * j % width;
            assertThat(permuted.outputWeights()[to]).isCloseTo(network.outputWeights()[j], within(1e-6f));
            for (int k = 0; k < d; k++) {
                assertThat(permuted.hiddenWeights()[to * d + k])
                        .isCloseTo(network.hiddenWeights()[j * d + k], within(1e-6f));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void flippingAllLabelsAndOutputWeightsMirrorsTheRunBitForBit(InputLaw law) {
        TwoLayerNetwork network = start(20, 30);
        TwoLayerNetwork mirrored = start(20, 30);
        negate(mirrored.outputWeights());
        Training training = new Training(300, 0.5);
        Engine one = type().start(task(law, 30, 0), network, training, KEY);
        Engine other = type().start(task(law, 30, 1), mirrored, training, KEY);
        for (long step = 1; step <= 10; step++) {
            assertThat(other.step(step)).isEqualTo(one.step(step));
        }
        negate(mirrored.outputWeights());
        assertThat(mirrored.hiddenWeights()).containsExactly(network.hiddenWeights());
        assertThat(mirrored.outputWeights()).containsExactly(network.outputWeights());
    }

    private static void negate(float[] weights) {
        for (int j = 0; j < weights.length; j++) {
            weights[j] = -weights[j];
        }
    }
}
