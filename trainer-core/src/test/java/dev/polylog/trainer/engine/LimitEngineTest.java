package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.network.Activation;
import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.network.Bias;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.Output;
import dev.polylog.trainer.network.Scaling;
import dev.polylog.trainer.network.SquaredLoss;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.optimizer.Momentum;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Covariance;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LimitEngineTest {
    private static final StreamKey KEY = new StreamKey(41, 43);
    private static final Training TRAINING = new Training(4000, 0.1);

    private static Task task(InputLaw inputs, long d) {
        return new Task(new TargetFunction.Xor(), inputs, d, 0.05);
    }

    private static Workload workload(Task task, int width, Training training) {
        return new Workload(task, Architecture.ofWidth(width), training);
    }

    private static TwoLayerNetwork start(Workload workload) {
        return new Initialization.Sphere(0.1).draw(workload.architecture(), EngineType.LIMIT.rows(workload), KEY, 0);
    }

    private static Engine engine(Workload workload, TwoLayerNetwork network) {
        return EngineType.LIMIT.start(workload.task(), network, workload.training(), KEY);
    }

    @Test
    void itIsTheOnlyTheory() {
        assertThat(Stream.of(EngineType.values()).filter(EngineType::isTheory)).containsExactly(EngineType.LIMIT);
        Workload workload = workload(task(new InputLaw.Gaussian(), 1_000_000), 64, new Training(4_000_000, 0.1));
        assertThat(EngineChoice.AUTO.resolve(workload)).isNotEqualTo(EngineType.LIMIT);
        assertThat(EngineChoice.of(EngineType.LIMIT).resolve(workload)).isEqualTo(EngineType.LIMIT);
    }

    @Test
    void whatItDoesNotServeIsRefusedWithTheReason() {
        Task gaussian = task(new InputLaw.Gaussian(), 100);
        assertRefused(
                workload(new Task(new TargetFunction.Parity(3), new InputLaw.Gaussian(), 100, 0), 4, TRAINING),
                "its recursion is that of xor, not of parity-3");
        assertRefused(
                workload(task(new InputLaw.Sphere(), 100), 4, TRAINING),
                "it serves isotropic gaussian inputs and the boolean cube, not sphere ones");
        assertRefused(
                workload(
                        new Task(new TargetFunction.Xor(), new InputLaw.Gaussian(), 100, 0, new Covariance.Spiked(), 1),
                        4,
                        TRAINING),
                "it serves isotropic gaussian inputs and the boolean cube, not spiked ones");
        assertRefused(
                workload(task(new InputLaw.Gaussian(), 2), 4, TRAINING),
                "its noise is that of other coordinates than the two of the label, and d is 2");
        Architecture biased =
                new Architecture(4, new Activation.Relu(), Bias.trained(0), new Output.Trained(), Scaling.MEAN_FIELD);
        assertRefused(
                new Workload(gaussian, biased, TRAINING),
                "it serves ReLU neurons without biases, with trained outputs and mean-field scaling");
        assertRefused(
                workload(gaussian, 4, TRAINING.with(new SquaredLoss())),
                "it serves the logistic loss of labels -1 and +1");
        assertRefused(
                workload(gaussian, 4, TRAINING.with(new Momentum(0.1, 0.9))),
                "its steps are those of sgd, not of momentum");
        assertRefused(
                workload(gaussian, 4, TRAINING.with(Precision.DOUBLE)),
                "it computes in single precision, not in double");
    }

    private static void assertRefused(Workload workload, String reason) {
        assertThatThrownBy(() -> EngineChoice.of(EngineType.LIMIT).resolve(workload))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid engine: limit (" + reason + "; auto finds one that does)");
    }

    @Test
    void aNetworkOfAllCoordinatesIsNotItsOwn() {
        Workload workload = workload(task(new InputLaw.Gaussian(), 300), 8, TRAINING);
        TwoLayerNetwork whole = new Initialization.Sphere(1).draw(8, 300, KEY);
        assertThatThrownBy(() -> engine(workload, whole)).hasMessageStartingWith("Invalid network: 300 columns");
    }

    /** Starts are on the sphere in any number of dimensions, with as much in the label plane as there. */
    @Test
    void startsAreOnTheSphereInUpToTrillionDimensions() {
        for (long d : new long[] {3, 10, 100, 1_000_000, 1_000_000_000_000L}) {
            int width = 500;
            LimitRows rows = new LimitRows(d, width);
            float[] w = new float[width * rows.columns()];
            rows.draw(KEY, 0, w);
            new Initialization.Sphere(0.3).shapeHidden(rows.dimension(), w, width);
            double plane = 0;
            for (int j = 0; j < width; j++) {
                double square = 0;
                for (int k = 0; k < rows.columns(); k++) {
                    double element = w[j * rows.columns() + k];
                    square += element * element;
                    plane += k < 2 ? element * element : 0;
                }
                assertThat(Math.sqrt(square)).isCloseTo(0.3, within(1e-6));
            }
            // A thousand squares: five standard deviations.
            assertThat(plane / width / (0.3 * 0.3) * d / 2).isCloseTo(1, within(5 * Math.sqrt(2.0 / (2 * width))));
        }
    }

    @Test
    void layersThatAreNotTrainedKeepEveryBit() {
        Workload workload = workload(task(new InputLaw.BooleanCube(), 1000), 12, TRAINING);
        TwoLayerNetwork start = start(workload);
        for (Layers layers : new Layers[] {Layers.BOTH, Layers.FIRST, Layers.SECOND}) {
            TwoLayerNetwork network = start.copy();
            Engine engine = engine(workload(workload.task(), 12, TRAINING.with(layers)), network);
            for (long step = 1; step <= 5; step++) {
                engine.step(step);
            }
            boolean keepsFirst = Arrays.equals(network.hiddenWeights(), start.hiddenWeights());
            boolean keepsSecond = Arrays.equals(network.outputWeights(), start.outputWeights());
            assertThat(keepsFirst).isEqualTo(layers == Layers.SECOND);
            assertThat(keepsSecond).isEqualTo(layers == Layers.FIRST);
        }
    }

    /** The network shows norms and products of the state; what follows the start knows how far each neuron has turned. */
    @Test
    void neuronsAreFollowedFromTheirStart() {
        Workload workload = workload(task(new InputLaw.Gaussian(), 100_000), 12, new Training(50_000, 0.1));
        TwoLayerNetwork network = start(workload);
        TwoLayerNetwork alone = network.copy();
        double[] squares = squares(network);
        Engine engine = engine(workload, network);
        Engine other = engine(workload, alone);
        StartProducts products = engine.follow().orElseThrow();
        for (int j = 0; j < 12; j++) {
            assertThat(products.product(j)).isCloseTo(squares[j], within(1e-8));
        }
        for (long step = 1; step <= 50; step++) {
            assertThat(engine.step(step)).isEqualTo(other.step(step));
        }
        double[] moved = squares(network);
        // Noise of theta^2 epsilon a step is at right angles to what was there.
        double epsilon = 0.1 * 0.1 / (2 * 0.5);
        for (int j = 0; j < 12; j++) {
            assertThat(products.product(j) / squares[j]).isCloseTo(1, within(0.02));
            assertThat(moved[j] / squares[j] - 1).isCloseTo(50 * epsilon, within(0.05));
        }
        assertThat(network.hiddenWeights()).containsExactly(alone.hiddenWeights());
    }

    private static double[] squares(TwoLayerNetwork network) {
        double[] squares = new double[network.width()];
        for (int j = 0; j < network.width(); j++) {
            for (int k = j * network.d(); k < (j + 1) * network.d(); k++) {
                squares[j] += (double) network.hiddenWeights()[k] * network.hiddenWeights()[k];
            }
        }
        return squares;
    }

    /** The width of a run decides its memory and time, d and batch size do not. */
    @Test
    void costsDoNotDependOnDimensionOrBatch() {
        Workload small = workload(task(new InputLaw.Gaussian(), 10), 64, new Training(1, 0.1));
        Workload large = workload(task(new InputLaw.Gaussian(), 1L << 40), 64, new Training(1L << 42, 0.1));
        assertThat(EngineType.LIMIT.bytes(large, 1024))
                .isEqualTo(EngineType.LIMIT.bytes(small, 1))
                .isLessThan(4e6);
        assertThat(EngineType.LIMIT.nanoseconds(large, Speeds.FROZEN))
                .isEqualTo(EngineType.LIMIT.nanoseconds(small, Speeds.FROZEN));
    }
}
