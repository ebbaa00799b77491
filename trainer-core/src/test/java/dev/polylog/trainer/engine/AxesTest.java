package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.network.Activation;
import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.network.Bias;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.Loss;
import dev.polylog.trainer.network.Output;
import dev.polylog.trainer.network.Scaling;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.optimizer.Optimizer;
import dev.polylog.trainer.oracle.Batch;
import dev.polylog.trainer.oracle.NaiveNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Samples;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every loss with every activation, bias, output and scaling, and every optimiser: a new one is tested by being listed. */
class AxesTest {
    private static final StreamKey KEY = new StreamKey(31, 41);
    private static final int D = 6;
    private static final int WIDTH = 18;
    private static final int BATCH = 40;

    static List<Architecture> architectures() {
        List<Architecture> all = new ArrayList<>();
        for (Activation activation : Activation.all()) {
            for (Bias bias : List.of(Bias.none(), Bias.trained(0.5))) {
                for (Output output : List.of(new Output.Trained(), new Output.Fixed(-0.7))) {
                    for (Scaling scaling : Scaling.values()) {
                        all.add(new Architecture(WIDTH, activation, bias, output, scaling));
                    }
                }
            }
        }
        return all;
    }

    static Stream<Arguments> combinations() {
        return architectures().stream()
                .flatMap(architecture -> Loss.all().stream().map(loss -> Arguments.of(architecture, loss)));
    }

    private static Task task(InputLaw law) {
        return new Task(new TargetFunction.Xor(), law, D, law instanceof InputLaw.FourPoints ? 0 : 0.1);
    }

    private static TwoLayerNetwork start(Architecture architecture) {
        return new Initialization.Normal(0.4).draw(architecture, D, KEY, 0);
    }

    /** Central differences know nothing of back-propagation. Kinks are farther away than the difference, for this key. */
    @ParameterizedTest
    @MethodSource("combinations")
    void gradientsAreThoseOfCentralDifferences(Architecture architecture, Loss loss) {
        double eta = 1;
        Task task = task(new InputLaw.Gaussian());
        TwoLayerNetwork network = start(architecture);
        NaiveNetwork naive = NaiveNetwork.of(network, loss);
        Batch batch = Batch.of(Samples.training(task, KEY, BATCH), D, 1);
        Training training = new Training(BATCH, eta).with(loss).with(Precision.DOUBLE);
        double mean = EngineType.DENSE.start(task, network, training, KEY).step(1);
        NaiveNetwork after = NaiveNetwork.of(network, loss);
        assertThat(mean).isCloseTo(naive.meanLoss(batch.x, batch.y), close(1e-12, mean));
        double h = 1e-6;
        for (int j = 0; j < WIDTH; j++) {
            double ofOutput = architecture.output() instanceof Output.Fixed
                    ? 0
                    : naive.difference(batch.x, batch.y, naive.a, j, h);
            assertThat(naive.a[j] - after.a[j]).as("a").isCloseTo(eta * ofOutput, close(2e-6, ofOutput));
            double ofBias = architecture.bias().isTrained() ? naive.difference(batch.x, batch.y, naive.b, j, h) : 0;
            assertThat(naive.b[j] - after.b[j]).as("b").isCloseTo(eta * ofBias, close(2e-6, ofBias));
            for (int k = 0; k < D; k++) {
                double ofWeight = naive.difference(batch.x, batch.y, naive.w[j], k, h);
                assertThat(naive.w[j][k] - after.w[j][k]).as("w").isCloseTo(eta * ofWeight, close(2e-6, ofWeight));
            }
        }
    }

    /** Three steps of the oracle of oracles: one sample and one neuron at a time. Weights are shown in single precision. */
    @ParameterizedTest
    @MethodSource("combinations")
    void theDoubleEngineIsTheFormula(Architecture architecture, Loss loss) {
        Task task = task(new InputLaw.Gaussian());
        TwoLayerNetwork network = start(architecture);
        NaiveNetwork naive = NaiveNetwork.of(network, loss);
        Training training = new Training(BATCH, 0.05).with(loss).with(Precision.DOUBLE);
        Engine engine = EngineType.DENSE.start(task, network, training, KEY);
        for (long step = 1; step <= 3; step++) {
            Batch batch = Batch.of(Samples.training(task, KEY, BATCH), D, step);
            assertThat(engine.step(step))
                    .isCloseTo(naive.meanLoss(batch.x, batch.y), close(1e-11, naive.meanLoss(batch.x, batch.y)));
            NaiveNetwork moved = naive.step(batch.x, batch.y, 0.05);
            naive = architecture.output() instanceof Output.Fixed ? moved.withOutputs(naive.a) : moved;
            assertClose(NaiveNetwork.of(network, loss), naive, 1e-6);
        }
    }

    static Stream<Arguments> engines() {
        return Stream.of(
                        Arguments.of(EngineType.DENSE, new InputLaw.Gaussian()),
                        Arguments.of(EngineType.BITPACKED, new InputLaw.BooleanCube()),
                        Arguments.of(EngineType.POINTS, new InputLaw.FourPoints()))
                .flatMap(engine -> combinations()
                        .flatMap(axes -> Optimizer.all().stream()
                                .map(optimizer -> Arguments.of(
                                        engine.get()[0], engine.get()[1], axes.get()[0], axes.get()[1], optimizer))));
    }

    /** On the same samples, single and double precision agree to the rounding of single sums over 4 steps. */
    @ParameterizedTest
    @MethodSource("engines")
    void enginesAgreeWithTheDoubleOne(
            EngineType type, InputLaw law, Architecture architecture, Loss loss, Optimizer optimizer) {
        Task task = task(law);
        TwoLayerNetwork single = start(architecture);
        TwoLayerNetwork twice = start(architecture);
        Training training =
                new Training(BATCH, 0).with(loss).with(optimizer.with(0.02, parameter -> parameter.usual()));
        Engine one = type.start(task, single, training, KEY);
        Engine other = EngineType.DENSE.start(task, twice, training.with(Precision.DOUBLE), KEY);
        for (long step = 1; step <= 4; step++) {
            double expected = other.step(step);
            assertThat(one.step(step)).isCloseTo(expected, close(2e-5, expected));
        }
        // Where a gradient is rounding, the first steps of adam are a sign times eta.
        double tolerance = optimizer.momentsPerParameter() == 2 ? 0.1 : 1e-4;
        assertClose(NaiveNetwork.of(single, loss), NaiveNetwork.of(twice, loss), tolerance);
    }

    private static void assertClose(NaiveNetwork actual, NaiveNetwork expected, double tolerance) {
        for (int j = 0; j < WIDTH; j++) {
            assertThat(actual.a[j]).as("a").isCloseTo(expected.a[j], close(tolerance, expected.a[j]));
            assertThat(actual.b[j]).as("b").isCloseTo(expected.b[j], close(tolerance, expected.b[j]));
            for (int k = 0; k < D; k++) {
                assertThat(actual.w[j][k]).as("w").isCloseTo(expected.w[j][k], close(tolerance, expected.w[j][k]));
            }
        }
    }

    /** An error relative to what is large, and absolute where it is small. */
    private static Offset<Double> close(double error, double value) {
        return within(error * Math.max(1, Math.abs(value)));
    }
}
