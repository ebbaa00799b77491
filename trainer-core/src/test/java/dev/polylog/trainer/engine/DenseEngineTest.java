package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.oracle.Batch;
import dev.polylog.trainer.oracle.NaiveNetwork;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Samples;
import dev.polylog.trainer.task.Task;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DenseEngineTest extends EngineContract {

    @Override
    EngineType type() {
        return EngineType.DENSE;
    }

    /** d, width, batch size; the last two batches take several chunks. */
    static Stream<Arguments> shapes() {
        int[][] shapes = {{2, 1, 1}, {2, 3, 4}, {7, 5, 33}, {40, 16, 100}, {1000, 3, 1200}, {2, 2, 9000}};
        return laws().flatMap(law -> Stream.of(shapes).map(s -> Arguments.of(law, s[0], s[1], s[2])));
    }

    /**
     * A gradient in single precision is a sum of m products of magnitude {@code |a| |l'| |x|}, with slopes from
     * pre-activations that are sums of d products.
     */
    @ParameterizedTest
    @MethodSource("shapes")
    void aStepIsTheFormula(InputLaw law, int d, int width, int m) {
        Task task = task(law, d, 0.2);
        double eta = 0.7;
        TwoLayerNetwork network = start(width, d);
        NaiveNetwork naive = NaiveNetwork.of(network);
        Engine engine = type().start(task, network, new Training(m, eta), KEY);
        for (long step = 1; step <= 2; step++) {
            Batch batch = Batch.of(Samples.training(task, KEY, m), d, step);
            double loss = engine.step(step);
            double tolerance = (m + d + 8) * 0x1p-24;
            assertThat(loss).isCloseTo(naive.meanLoss(batch.x, batch.y), within(4 * tolerance));
            NaiveNetwork after = naive.step(batch.x, batch.y, eta);
            for (int j = 0; j < width; j++) {
                assertThat((double) network.outputWeights()[j]).isCloseTo(after.a[j], within(4 * tolerance));
                for (int k = 0; k < d; k++) {
                    assertThat((double) network.hiddenWeights()[j * d + k])
                            .isCloseTo(after.w[j][k], within(4 * tolerance));
                }
            }
            naive = NaiveNetwork.of(network);
        }
    }

    /** With step size 1, a step is minus the width times the gradient of the mean loss. */
    @ParameterizedTest
    @MethodSource("laws")
    void aStepDescendsTheGradientOfTheMeanLoss(InputLaw law) {
        int d = 9;
        int width = 6;
        int m = 50;
        Task task = task(law, d, 0.1);
        TwoLayerNetwork network = start(width, d);
        NaiveNetwork before = NaiveNetwork.of(network);
        Batch batch = Batch.of(Samples.training(task, KEY, m), d, 1);
        type().start(task, network, new Training(m, 1), KEY).step(1);
        double h = 1e-6;
        for (int j = 0; j < width; j++) {
            double moved = before.a[j] - network.outputWeights()[j];
            assertThat(moved).isCloseTo(width * difference(before, batch, before.a, j, h), within(1e-6));
            for (int k = 0; k < d; k++) {
                moved = before.w[j][k] - network.hiddenWeights()[j * d + k];
                assertThat(moved).isCloseTo(width * difference(before, batch, before.w[j], k, h), within(1e-6));
            }
        }
    }

    private static double difference(NaiveNetwork network, Batch batch, double[] weights, int at, double h) {
        double kept = weights[at];
        weights[at] = kept + h;
        double above = network.meanLoss(batch.x, batch.y);
        weights[at] = kept - h;
        double below = network.meanLoss(batch.x, batch.y);
        weights[at] = kept;
        return (above - below) / (2 * h);
    }

    @Test
    void aSilentNeuronStaysWhereItIs() {
        TwoLayerNetwork network = new TwoLayerNetwork(1, 3, new float[3], new float[] {1});
        double loss = type().start(task(new InputLaw.Gaussian(), 3, 0), network, new Training(10, 1), KEY)
                .step(1);
        assertThat(loss).isEqualTo(2 * StrictMath.log(2));
        assertThat(network.hiddenWeights()).containsOnly(0f);
        assertThat(network.outputWeights()).containsExactly(1f);
    }

    @Test
    void impossibleBatchesAndStepSizesAreRefused() {
        assertThatThrownBy(() -> new Training(0, 1)).hasMessage("Invalid batch-size: 0 (expected at least 1)");
        for (double eta : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new Training(1, eta))
                    .hasMessage("Invalid step-size: " + eta + " (expected at least 0)");
        }
    }
}
