package dev.polylog.trainer.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.engine.Training;
import dev.polylog.trainer.engine.Workload;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.oracle.Batch;
import dev.polylog.trainer.oracle.NaiveNetwork;
import dev.polylog.trainer.oracle.NaiveObservables;
import dev.polylog.trainer.oracle.Tasks;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Settings;
import dev.polylog.trainer.task.Basis;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Samples;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ObservableTest {
    private static final StreamKey KEY = new StreamKey(27, 18);
    private static final int TEST_SIZE = 5000;

    /** Input law, width, d, label noise, zeta, and how far the label plane stands out. */
    static Stream<Arguments> cases() {
        return Stream.of(new InputLaw.Gaussian(), new InputLaw.BooleanCube())
                .flatMap(law -> Stream.of(
                        Arguments.of(law, 1, 2, 0.0, 0.5, 1.0),
                        Arguments.of(law, 3, 3, 0.1, 0.9, 1.0),
                        Arguments.of(law, 40, 2, 0.3, 0.5, 1.0),
                        Arguments.of(law, 37, 20, 0.0, 0.5, 8.0),
                        Arguments.of(law, 64, 200, 0.05, 0.25, 30.0)));
    }

    /** What depends on pre-activations is single precision, the rest double. */
    @ParameterizedTest
    @MethodSource("cases")
    void everyObservableIsItsDefinition(InputLaw law, int width, int d, double q, double zeta, double stretch) {
        Task task = new Task(new TargetFunction.Xor(), law, d, q);
        for (long step = 0; step < 3; step++) {
            TwoLayerNetwork network = network(width, d, stretch, step);
            Batch batch = Batch.of(Samples.test(task, KEY, TEST_SIZE), d, step);
            Map<String, Double> expected = NaiveObservables.of(network, batch, q, zeta);
            Map<String, Double> actual = observe(task, network, step, zeta);
            actual.values().removeIf(Objects::isNull);
            assertThat(actual.keySet()).isEqualTo(expected.keySet());
            for (String column : expected.keySet()) {
                double scale = Math.max(1, Math.abs(expected.get(column)));
                boolean single = List.of("test_loss", "test_error", "clean_gap", "correlation")
                                .contains(column)
                        || column.startsWith("growth_");
                if (Double.isInfinite(expected.get(column))) {
                    assertThat(actual.get(column)).as(column).isEqualTo(expected.get(column));
                } else {
                    assertThat(actual.get(column))
                            .as(column)
                            .isCloseTo(expected.get(column), within(scale * (single ? 2e-6 : 1e-12)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void permutingTheNeuronsChangesNothing(InputLaw law, int width, int d, double q, double zeta, double stretch) {
        Task task = new Task(new TargetFunction.Xor(), law, d, q);
        TwoLayerNetwork network = network(width, d, stretch, 0);
        TwoLayerNetwork reversed = network(width, d, stretch, 0);
        for (int j = 0; j < width; j++) {
            int to = width - 1 - j;
            System.arraycopy(network.hiddenWeights(), j * d, reversed.hiddenWeights(), to * d, d);
            reversed.outputWeights()[to] = network.outputWeights()[j];
        }
        Map<String, Double> before = observe(task, network, 0, zeta);
        Map<String, Double> after = observe(task, reversed, 0, zeta);
        before.forEach((column, value) -> assertThat(after.get(column))
                .as(column)
                .satisfiesAnyOf(
                        v -> assertThat(v).isEqualTo(value),
                        v -> assertThat(v).isCloseTo(value, within(1e-6 * Math.max(1, Math.abs(value))))));
    }

    /** Flipping x1 swaps the classes: mu1 becomes -mu2 and mu2 becomes -mu1, so that the blocks change places. */
    @Test
    void flippingTheFirstCoordinateAndTheOutputSwapsTheBlocks() {
        int d = 20;
        int width = 37;
        Task task = new Task(new TargetFunction.Xor(), new InputLaw.Gaussian(), d, 0);
        TwoLayerNetwork network = network(width, d, 8, 0);
        TwoLayerNetwork flipped = network(width, d, 8, 0);
        for (int j = 0; j < width; j++) {
            flipped.hiddenWeights()[j * d] *= -1;
            flipped.outputWeights()[j] *= -1;
        }
        Map<String, Double> before = observe(task, network, 0, 0.5);
        Map<String, Double> after = observe(task, flipped, 0, 0.5);
        Map<String, String> swap = Map.of(
                "mu1_plus", "mu2_minus", "mu1_minus", "mu2_plus", "mu2_plus", "mu1_minus", "mu2_minus", "mu1_plus");
        swap.forEach((block, image) -> {
            for (String prefix : List.of("mass_", "heavy_", "margin_")) {
                assertThat(after.get(prefix + image)).isEqualTo(before.get(prefix + block));
            }
        });
        for (String column : List.of(
                "signal_norm",
                "opposite_norm",
                "perpendicular_norm",
                "output_norm",
                "residual_mass",
                "block_imbalance",
                "alignment",
                "layer_gap_min",
                "margin_min",
                "margin_max")) {
            assertThat(after.get(column)).as(column).isEqualTo(before.get(column));
        }
    }

    @Test
    void aSilentNetworkErrsOnHalfTheSamplesAndItsBlocksAreEmpty() {
        Task task = new Task(new TargetFunction.Xor(), new InputLaw.Gaussian(), 4, 0.1);
        TwoLayerNetwork silent = new TwoLayerNetwork(2, 4, new float[8], new float[2]);
        Map<String, Double> values = observe(task, silent, 0, 0.5);
        assertThat(values.get("test_error")).isEqualTo(0.5);
        assertThat(values.get("test_loss")).isCloseTo(2 * StrictMath.log(2), within(1e-12));
        assertThat(values.get("block_imbalance")).isInfinite();
        assertThat(values.get("clean_gap")).isZero();
        assertThat(values.get("alignment")).isZero();
    }

    /** A network that is turned with its task measures the same: rounding of single precision in what depends on samples. */
    @Test
    void theBasisDoesNotShow() {
        int d = 30;
        Settings settings = Settings.defaults().with(Fields.D, (long) d);
        Task turned = Tasks.of(settings.with(Fields.BASIS, Basis.ROTATED));
        TwoLayerNetwork straight = network(20, d, 8, 1);
        TwoLayerNetwork rotated = network(20, d, 8, 1);
        turned.coloring(KEY).rotate(rotated.hiddenWeights(), 20);
        Map<String, Double> expected = observe(Tasks.of(settings), straight, 3, 0.5);
        Map<String, Double> actual = observe(turned, rotated, 3, 0.5);
        expected.values().removeIf(Objects::isNull);
        expected.forEach((column, value) -> assertThat(actual.get(column))
                .as(column)
                .isCloseTo(value, within(2e-5 * Math.max(1, Math.abs(value)))));
        Observation observation = new Observation(1, new Schedule.Every(1), List.of(0L), 0.5);
        List<NeuronSnapshot> before = observer(observation, Tasks.of(settings), new Training(1, 1), straight)
                .snapshot(0)
                .neurons();
        List<NeuronSnapshot> after = observer(observation, turned, new Training(1, 1), rotated)
                .snapshot(0)
                .neurons();
        for (int j = 0; j < 20; j++) {
            assertThat(after.get(j).w1()).isCloseTo(before.get(j).w1(), within(1e-5));
            assertThat(after.get(j).perpendicularNorm()).isCloseTo(before.get(j).perpendicularNorm(), within(1e-5));
        }
    }

    /** Without the four blocks what is left are error, loss, clean gap and the two of the layers, from their definitions. */
    @Test
    void targetsWithoutBlocksHaveTheObservablesThatMakeSense() {
        int d = 9;
        Task task = Tasks.of(
                Settings.defaults().with(Fields.D, (long) d).with(Fields.TARGET, new TargetFunction.Parity(3)));
        TwoLayerNetwork network = network(12, d, 3, 2);
        Map<String, Double> values = observe(task, network, 2, 0.5);
        assertThat(Observable.ALL.stream()
                        .filter(observable ->
                                observable.appliesTo(new Workload(task, network.architecture(), new Training(1, 1))))
                        .map(Observable::column))
                .containsExactly(
                        "test_loss",
                        "test_error",
                        "output_norm",
                        "layer_gap_min",
                        "clean_gap",
                        "correlation",
                        "subspace_overlap",
                        "subspace_overlap_weighted",
                        "alignment_1",
                        "alignment_2");
        assertThat(values.values().stream().filter(Objects::nonNull)).hasSize(10);
        NaiveNetwork naive = NaiveNetwork.of(network);
        Batch batch = Batch.of(Samples.test(task, KEY, TEST_SIZE), d, 2);
        double error = 0;
        double gap = 0;
        double clean = 0;
        for (int i = 0; i < TEST_SIZE; i++) {
            double[] z = Arrays.copyOf(Arrays.copyOf(batch.x[i], 3), d);
            double slope = NaiveNetwork.slope(batch.y[i], naive.output(batch.x[i]));
            double cleanSlope = NaiveNetwork.slope(batch.y[i], naive.output(z));
            gap += Math.pow(slope - cleanSlope, 2);
            clean += cleanSlope * cleanSlope;
            error += (1 - Math.signum(batch.y[i] * naive.output(batch.x[i]))) / 2 / TEST_SIZE;
        }
        assertThat(values.get("test_loss")).isCloseTo(naive.meanLoss(batch.x, batch.y), within(2e-6));
        assertThat(values.get("test_error")).isCloseTo(error, within(1e-9));
        assertThat(values.get("clean_gap")).isCloseTo(Math.sqrt(gap / clean), within(2e-6));
    }

    @Test
    void columnsAreDistinctAndSnakeCase() {
        assertThat(Observable.ALL)
                .extracting(Observable::column)
                .doesNotHaveDuplicates()
                .allMatch(column -> column.matches("[a-z][a-z0-9_]*"));
        assertThat(Observable.ALL).extracting(Observable::meaning).doesNotContain("");
    }

    @Test
    void snapshotsListEveryNeuronAtTheirStepsAlone() {
        int d = 20;
        TwoLayerNetwork network = network(3, d, 8, 0);
        Observer observer = observer(
                new Observation(10, new Schedule.Every(1), List.of(7L, 0L, 7L), 0.5),
                new Task(new TargetFunction.Xor(), new InputLaw.Gaussian(), d, 0),
                new Training(5, 0.25),
                network);
        assertThat(observer.snapshot(1)).isEqualTo(Snapshot.NONE);
        List<NeuronSnapshot> neurons = observer.snapshot(7).neurons();
        assertThat(neurons).extracting(NeuronSnapshot::neuron).containsExactly(0, 1, 2);
        for (NeuronSnapshot neuron : neurons) {
            int at = neuron.neuron() * d;
            double square = 0;
            for (int k = 2; k < d; k++) {
                square += Math.pow(network.hiddenWeights()[at + k], 2);
            }
            assertThat(neuron.step()).isEqualTo(7);
            assertThat(neuron.outputWeight()).isEqualTo(network.outputWeights()[neuron.neuron()]);
            assertThat(neuron.w1()).isEqualTo(network.hiddenWeights()[at]);
            assertThat(neuron.w2()).isEqualTo(network.hiddenWeights()[at + 1]);
            assertThat(neuron.perpendicularNorm()).isCloseTo(Math.sqrt(square), within(1e-12));
        }
        Checkpoint checkpoint = observer.observe(7, 1.5);
        assertThat(checkpoint.step()).isEqualTo(7);
        assertThat(checkpoint.samples()).isEqualTo(35);
        assertThat(checkpoint.time()).isEqualTo(1.75);
        assertThat(checkpoint.trainLoss()).isEqualTo(1.5);
    }

    private static Observer observer(Observation observation, Task task, Training training, TwoLayerNetwork network) {
        Workload workload = new Workload(task, network.architecture(), training);
        return new Observer(observation, workload, network, KEY, EngineType.DENSE.start(task, network, training, KEY));
    }

    private static Map<String, Double> observe(Task task, TwoLayerNetwork network, long step, double zeta) {
        Observation observation = new Observation(TEST_SIZE, new Schedule.Every(1), List.of(), zeta);
        Checkpoint checkpoint =
                observer(observation, task, new Training(1, 1), network).observe(step, null);
        Map<String, Double> values = new HashMap<>();
        for (int i = 0; i < Observable.ALL.size(); i++) {
            values.put(Observable.ALL.get(i).column(), checkpoint.value(i));
        }
        assertThat(checkpoint.testLoss()).isEqualTo(values.get("test_loss"));
        assertThat(checkpoint.testError()).isEqualTo(values.get("test_error"));
        return values;
    }

    /** Random directions with the label plane stretched in every other neuron, and output weights of all sizes. */
    private static TwoLayerNetwork network(int width, int d, double stretch, long number) {
        TwoLayerNetwork network = new Initialization.Sphere(1).draw(width, d, new StreamKey(number, 5));
        Random random = new Random(number);
        for (int j = 0; j < width; j++) {
            float factor = (float) (j % 2 == 0 ? stretch : 1);
            network.hiddenWeights()[j * d] *= factor;
            network.hiddenWeights()[j * d + 1] *= factor;
            network.outputWeights()[j] *= random.nextFloat();
        }
        return network;
    }
}
