package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Task;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BitpackedEngineTest extends EngineContract {
    private static final InputLaw CUBE = new InputLaw.BooleanCube();

    @Override
    EngineType type() {
        return EngineType.BITPACKED;
    }

    static Stream<InputLaw> laws() {
        return Stream.of(CUBE);
    }

    /** Around the borders of bytes, words, blocks of neurons, chunks and slabs. */
    static Stream<Arguments> shapes() {
        Stream<Arguments> small = IntStream.of(2, 3, 8, 9, 31, 32, 33, 100)
                .boxed()
                .flatMap(d -> IntStream.of(1, 15, 16, 17, 40)
                        .boxed()
                        .flatMap(width -> IntStream.of(1, 2, 63, 300).mapToObj(m -> Arguments.of(d, width, m))));
        return Stream.concat(
                small,
                Stream.of(Arguments.of(5, 3, 20_000), Arguments.of(1000, 20, 1100), Arguments.of(3000, 2, 9000)));
    }

    /** Both engines draw the same samples; sums in single precision of m terms, with slopes from sums of d terms. */
    @ParameterizedTest
    @MethodSource("shapes")
    void stepsAreThoseOfTheDenseEngineToRounding(int d, int width, int m) {
        Task task = task(CUBE, d, 0.2);
        TwoLayerNetwork dense = start(width, d);
        TwoLayerNetwork packed = start(width, d);
        Engine one = EngineType.DENSE.start(task, dense, new Training(m, 0.7), KEY);
        Engine other = EngineType.BITPACKED.start(task, packed, new Training(m, 0.7), KEY);
        double tolerance = 4 * (m + d + 8) * 0x1p-24;
        for (long step = 1; step <= 3; step++) {
            assertThat(other.step(step)).isCloseTo(one.step(step), within(step * tolerance));
            assertClose(packed.hiddenWeights(), dense.hiddenWeights(), step * tolerance);
            assertClose(packed.outputWeights(), dense.outputWeights(), step * tolerance);
        }
    }

    private static void assertClose(float[] actual, float[] expected, double tolerance) {
        for (int i = 0; i < expected.length; i++) {
            assertThat((double) actual[i]).isCloseTo(expected[i], within(tolerance));
        }
    }

    /** A coordinate without weight has pre-activations of exactly zero on its own, where relu' is 0. */
    @Test
    void aSilentNeuronStaysWhereItIs() {
        TwoLayerNetwork network = new TwoLayerNetwork(2, 3, new float[] {0, 0, 0, 1, 0, 0}, new float[] {1, 0});
        double loss = type().start(task(CUBE, 3, 0), network, new Training(10, 1), KEY)
                .step(1);
        assertThat(loss).isEqualTo(2 * StrictMath.log(2));
        assertThat(network.hiddenWeights()).containsExactly(0, 0, 0, 1, 0, 0);
        assertThat(network.outputWeights()[0]).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity"})
    void weightsThatAreNotFiniteMakeTheLossSo(float weight) {
        TwoLayerNetwork network = start(3, 10);
        network.hiddenWeights()[4] = weight;
        double loss = type().start(task(CUBE, 10, 0), network, new Training(100, 1), KEY)
                .step(1);
        assertThat(Double.isFinite(loss) && network.isFinite()).isFalse();
    }

    @Test
    void manyStepsAgreeWithTheDenseEngine() {
        Task task = task(CUBE, 20, 0.05);
        TwoLayerNetwork dense = start(32, 20);
        TwoLayerNetwork packed = start(32, 20);
        Engine one = EngineType.DENSE.start(task, dense, new Training(500, 0.2), KEY);
        Engine other = EngineType.BITPACKED.start(task, packed, new Training(500, 0.2), KEY);
        for (long step = 1; step <= 100; step++) {
            assertThat(other.step(step)).isCloseTo(one.step(step), within(1e-3));
        }
    }
}
