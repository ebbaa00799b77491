package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every engine that draws the minibatch itself. */
abstract class EngineContract {
    static final StreamKey KEY = new StreamKey(577, 215);

    abstract EngineType type();

    static Stream<InputLaw> laws() {
        return Stream.of(new InputLaw.Gaussian(), new InputLaw.BooleanCube());
    }

    @ParameterizedTest
    @MethodSource("laws")
    void stepSizeZeroKeepsEveryBitOfTheWeights(InputLaw law) {
        TwoLayerNetwork network = start(20, 30);
        TwoLayerNetwork before = copy(network);
        Engine engine = type().start(task(law, 30, 0.1), network, new Sgd(100, 0), KEY);
        for (long step = 1; step <= 5; step++) {
            engine.step(step);
        }
        assertThat(network.hiddenWeights()).containsExactly(before.hiddenWeights());
        assertThat(network.outputWeights()).containsExactly(before.outputWeights());
    }

    @ParameterizedTest
    @MethodSource("laws")
    void aStepIsAFunctionOfItsNumberAndTheWeights(InputLaw law) {
        Task task = task(law, 30, 0.1);
        TwoLayerNetwork straight = start(20, 30);
        Engine one = type().start(task, straight, new Sgd(100, 0.5), KEY);
        for (long step = 1; step <= 3; step++) {
            one.step(step);
        }
        TwoLayerNetwork resumed = start(20, 30);
        for (long step = 1; step <= 3; step++) {
            type().start(task, resumed, new Sgd(100, 0.5), KEY).step(step);
        }
        assertThat(resumed.hiddenWeights()).containsExactly(straight.hiddenWeights());
        assertThat(resumed.outputWeights()).containsExactly(straight.outputWeights());
    }

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
        Sgd sgd = new Sgd(200, 0.5);
        Engine one = type().start(task(law, d, 0), network, sgd, KEY);
        Engine other = type().start(task(law, d, 0), permuted, sgd, KEY);
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
        Sgd sgd = new Sgd(300, 0.5);
        Engine one = type().start(task(law, 30, 0), network, sgd, KEY);
        Engine other = type().start(task(law, 30, 1), mirrored, sgd, KEY);
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

    static TwoLayerNetwork start(int width, int d) {
        return new Initialization.Sphere(1).draw(width, d, KEY);
    }

    static TwoLayerNetwork copy(TwoLayerNetwork network) {
        return new TwoLayerNetwork(
                network.width(),
                network.d(),
                network.hiddenWeights().clone(),
                network.outputWeights().clone());
    }

    static Task task(InputLaw law, int d, double q) {
        return new Task(new TargetFunction.Xor(), law, d, q);
    }
}
