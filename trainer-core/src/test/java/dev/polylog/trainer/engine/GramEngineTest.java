package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.optimizer.Adam;
import dev.polylog.trainer.optimizer.Momentum;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Covariance;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GramEngineTest {
    private static final StreamKey KEY = new StreamKey(31, 7);

    private static Workload workload(Task task, int width, Training training) {
        return new Workload(task, Architecture.ofWidth(width), training);
    }

    private static Task task(long d, double q) {
        return new Task(new TargetFunction.Xor(), new InputLaw.Gaussian(), d, q);
    }

    private static TwoLayerNetwork start(Workload workload, Initialization law) {
        return law.draw(workload.architecture(), EngineType.GRAM.rows(workload), KEY, 0);
    }

    private static void train(Workload workload, TwoLayerNetwork network, int steps) {
        Engine engine = EngineType.GRAM.start(workload.task(), network, workload.training(), KEY);
        for (long step = 1; step <= steps; step++) {
            engine.step(step);
        }
    }

    /** One neuron and more, one sample and more, fewer dimensions than neurons; huge steps, useless labels, parallel neurons. */
    @ParameterizedTest
    @CsvSource({
        "1000, 1, 1",
        "1000, 1, 8",
        "2, 1, 1",
        "2, 6, 3",
        "3, 20, 50",
        "1000, 6, 1",
        "1000, 16, 2",
        "1000, 16, 9",
        "1000, 6, 40",
        "1000000000, 6, 1",
        "1000000000, 6, 40",
        "1000000000000, 6, 1",
        "1000000000000, 6, 40"
    })
    void whatIsDegenerateEndsWithNumbersOrDiverges(long d, int width, int batchSize) {
        for (double stepSize : new double[] {0, 0.01, 1, 1e12, 1e300}) {
            for (Initialization law : Initialization.all()) {
                Workload workload = workload(task(d, 0.5), width, new Training(batchSize, stepSize));
                boolean isPaired = width % 2 == 0 || !(law instanceof Initialization.Mirror);
                if (isPaired) {
                    TwoLayerNetwork network = start(workload, law);
                    assertThat(network.isFinite()).isTrue();
                    train(workload, network, 12);
                    assertThat(network.isFinite() || stepSize > 0.1).isTrue();
                }
            }
        }
    }

    /** Equal neurons stay equal: their Gram matrix has no full rank, whatever comes. */
    @ParameterizedTest
    @ValueSource(ints = {1, 5, 64})
    void parallelNeuronsStayParallel(int batchSize) {
        Workload workload = workload(task(500, 0.1), 8, new Training(batchSize, 0.02));
        TwoLayerNetwork network = start(workload, new Initialization.Sphere(1));
        int columns = network.d();
        for (int j = 1; j < 8; j += 2) {
            System.arraycopy(network.hiddenWeights(), (j - 1) * columns, network.hiddenWeights(), j * columns, columns);
            network.outputWeights()[j] = network.outputWeights()[j - 1];
        }
        train(workload, network, 200);
        for (int j = 1; j < 8; j += 2) {
            double distance = 0;
            double square = 0;
            for (int k = 0; k < columns; k++) {
                double here = network.hiddenWeights()[j * columns + k];
                double difference = here - network.hiddenWeights()[(j - 1) * columns + k];
                distance += difference * difference;
                square += here * here;
            }
            assertThat(Math.sqrt(distance / square)).isLessThan(1e-4);
        }
    }

    /** Gram matrices of a start: rows of a sphere have its radius, pairs of mirrors are opposite. */
    @Test
    void startsHaveTheirShape() {
        Workload workload = workload(task(1_000_000_000, 0), 6, new Training(1, 0.1));
        TwoLayerNetwork sphere = start(workload, new Initialization.Sphere(0.3));
        TwoLayerNetwork mirror = start(workload, new Initialization.Mirror(0.3));
        int columns = sphere.d();
        for (int j = 0; j < 6; j++) {
            double square = 0;
            for (int k = j * columns; k < (j + 1) * columns; k++) {
                square += (double) sphere.hiddenWeights()[k] * sphere.hiddenWeights()[k];
            }
            assertThat(Math.sqrt(square)).isCloseTo(0.3, within(1e-6));
        }
        for (int k = 0; k < columns; k++) {
            assertThat(mirror.hiddenWeights()[columns + k]).isEqualTo(-mirror.hiddenWeights()[k]);
        }
    }

    /** What follows the start draws numbers of its own. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 40})
    void beingFollowedChangesNoBit(int batchSize) {
        Workload workload = workload(task(300, 0.1), 16, new Training(batchSize, 0.02));
        TwoLayerNetwork alone = start(workload, new Initialization.Sphere(1));
        TwoLayerNetwork followed = alone.copy();
        train(workload, alone, 20);
        Engine engine = EngineType.GRAM.start(workload.task(), followed, workload.training(), KEY);
        StartProducts products = engine.follow().orElseThrow();
        for (long step = 1; step <= 20; step++) {
            engine.step(step);
        }
        assertThat(followed.hiddenWeights()).containsExactly(alone.hiddenWeights());
        assertThat(products.product(3)).isBetween(-2.0, 2.0).isNotEqualTo(0);
    }

    @Test
    void stepSizeZeroKeepsEveryBitOfTheOutputsAndTheGramMatrix() {
        Workload workload = workload(task(300, 0.1), 16, new Training(50, 0));
        TwoLayerNetwork network = start(workload, new Initialization.Sphere(1));
        float[] before = network.hiddenWeights().clone();
        float[] outputs = network.outputWeights().clone();
        train(workload, network, 30);
        assertThat(network.outputWeights()).containsExactly(outputs);
        for (int k = 0; k < before.length; k++) {
            assertThat(network.hiddenWeights()[k]).isCloseTo(before[k], within(1e-6f));
        }
    }

    /** The width of a run decides its memory, d does not. */
    @Test
    void memoryDoesNotDependOnTheDimension() {
        double[] bytes = Arrays.stream(new int[] {10_000, 1_000_000_000})
                .mapToDouble(d -> EngineType.GRAM.bytes(workload(task(d, 0), 64, new Training(4 * 10_000, 0.1)), 1024))
                .toArray();
        assertThat(bytes[0]).isEqualTo(bytes[1]).isLessThan(20e6);
    }

    @Test
    void whatItDoesNotServeIsRefusedWithTheReason() {
        Task powerLaw =
                new Task(new TargetFunction.Xor(), new InputLaw.Gaussian(), 100, 0, new Covariance.PowerLaw(), 0.5);
        assertRefused(
                workload(powerLaw, 4, new Training(8, 0.1)),
                "it serves covariances of few eigenvalues, and power-law has d of them");
        Task cube = new Task(new TargetFunction.Xor(), new InputLaw.BooleanCube(), 100, 0);
        assertRefused(
                workload(cube, 4, new Training(8, 0.1)), "it serves gaussian inputs and clusters, not boolean ones");
        assertRefused(
                workload(task(100, 0), 4, new Training(8, 0.1).with(new Adam(0.1, 0.9, 0.99, 1e-8))),
                "it keeps products of neurons, and adam looks at single coordinates");
        assertRefused(
                workload(task(100, 0), 4, new Training(8, 0.1).with(Precision.DOUBLE)),
                "it computes in single precision, not in double");
        assertThat(EngineType.GRAM.serves(workload(task(100, 0), 4, new Training(8, 0.1).with(new Momentum(0.1, 0.9)))))
                .isTrue();
    }

    private static void assertRefused(Workload workload, String reason) {
        assertThatThrownBy(() -> EngineChoice.of(EngineType.GRAM).resolve(workload))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid engine: gram (" + reason + "; auto finds one that does)");
    }

    @Test
    void aNetworkOfAllCoordinatesIsNotItsOwn() {
        Workload workload = workload(task(300, 0), 8, new Training(4, 0.1));
        TwoLayerNetwork whole = new Initialization.Sphere(1).draw(8, 300, KEY);
        assertThatThrownBy(() -> EngineType.GRAM.start(workload.task(), whole, workload.training(), KEY))
                .hasMessageStartingWith("Invalid network: 300 columns");
    }
}
