package dev.polylog.trainer.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.engine.Engine;
import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.engine.Training;
import dev.polylog.trainer.engine.Workload;
import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.oracle.Batch;
import dev.polylog.trainer.oracle.NaiveNetwork;
import dev.polylog.trainer.oracle.Tasks;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Settings;
import dev.polylog.trainer.task.Basis;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Samples;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.TargetFunction.Formula;
import dev.polylog.trainer.task.TargetFunction.Parity;
import dev.polylog.trainer.task.TargetFunction.SineBoundary;
import dev.polylog.trainer.task.TargetFunction.Xor;
import dev.polylog.trainer.task.Task;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistanceStatisticsTest {
    private static final StreamKey KEY = new StreamKey(11, 29);
    private static final Training TRAINING = new Training(4000, 0.1);
    private static final int D = 7;
    private static final int STEP = 3;

    /** Target, input law, number of test samples: several chunks, no multiple of ten, fewer than ten. */
    static Stream<Arguments> cases() {
        return Stream.of(new Xor(), new Parity(3), new SineBoundary())
                .flatMap(target -> Stream.of(new InputLaw.Gaussian(), new InputLaw.Sphere(), new InputLaw.Uniform())
                        .flatMap(law -> Stream.of(9001, 137, 10, 7, 1).map(size -> Arguments.of(target, law, size))));
    }

    /** Distances, sorted one by one, and errors in double precision of the samples that a dense engine draws. */
    @ParameterizedTest
    @MethodSource("cases")
    void tenthsAreThoseOfANaiveSort(TargetFunction target, InputLaw law, int size) {
        Task task = new Task(target, law, D, 0.1);
        TwoLayerNetwork network = network();
        Batch batch = Batch.of(Samples.test(task, KEY, size), D, STEP);
        List<DistanceTenth> expected = naive(target, NaiveNetwork.of(network), batch);
        List<DistanceTenth> actual =
                snapshot(task, EngineType.DENSE, network, size).distances();
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.get(i).tenth()).isEqualTo(expected.get(i).tenth());
            assertThat(actual.get(i).samples()).isEqualTo(expected.get(i).samples());
            assertThat(actual.get(i).step()).isEqualTo(STEP);
            assertThat(actual.get(i).from()).isCloseTo(expected.get(i).from(), within(1e-12));
            assertThat(actual.get(i).to()).isCloseTo(expected.get(i).to(), within(1e-12));
            assertThat(actual.get(i).testError()).isCloseTo(expected.get(i).testError(), within(1e-12));
        }
    }

    /** The mean over tenths, weighted by samples, is the error of a checkpoint; distances of tenths follow one another. */
    @ParameterizedTest
    @EnumSource(
            value = EngineType.class,
            names = {"DENSE", "PROJECTED", "GRAM"})
    void togetherTheTenthsAreTheTestSamplesOfACheckpoint(EngineType engine) {
        Task task = new Task(new Xor(), new InputLaw.Gaussian(), D, 0.1);
        for (int size : new int[] {1003, 8192}) {
            Observer observer = observer(task, engine, drawn(task, engine), size);
            Checkpoint checkpoint = observer.observe(STEP, null);
            List<DistanceTenth> tenths = observer.snapshot(STEP).distances();
            assertThat(tenths).extracting(DistanceTenth::tenth).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
            assertThat(tenths.stream().mapToInt(DistanceTenth::samples).sum()).isEqualTo(size);
            double errors = tenths.stream()
                    .mapToDouble(tenth -> tenth.samples() * tenth.testError())
                    .sum();
            assertThat(errors / size).isCloseTo(checkpoint.testError(), within(1e-12));
            for (int i = 0; i < tenths.size(); i++) {
                assertThat(tenths.get(i).from())
                        .isLessThanOrEqualTo(tenths.get(i).to());
                assertThat(i == 0 ? 0 : tenths.get(i - 1).to())
                        .isLessThanOrEqualTo(tenths.get(i).from());
            }
        }
    }

    /** Turned with its task, a network errs on the same samples. */
    @Test
    void theBasisDoesNotShow() {
        Settings settings = Settings.defaults().with(Fields.D, (long) D);
        Task turned = Tasks.of(settings.with(Fields.BASIS, Basis.ROTATED));
        TwoLayerNetwork rotated = network();
        turned.coloring(KEY).rotate(rotated.hiddenWeights(), rotated.width());
        assertThat(snapshot(turned, EngineType.DENSE, rotated, 2000).distances())
                .extracting(DistanceTenth::testError)
                .isEqualTo(snapshot(Tasks.of(settings), EngineType.DENSE, network(), 2000).distances().stream()
                        .map(DistanceTenth::testError)
                        .toList());
    }

    @Test
    void aSilentNetworkErrsOnHalfOfEveryTenth() {
        Task task = new Task(new Xor(), new InputLaw.Gaussian(), D, 0);
        TwoLayerNetwork silent = new TwoLayerNetwork(2, D, new float[2 * D], new float[2]);
        assertThat(snapshot(task, EngineType.DENSE, silent, 55).distances())
                .hasSize(10)
                .allSatisfy(tenth -> assertThat(tenth.testError()).isEqualTo(0.5));
    }

    /** On the cube and for formulas there is no distance; clusters have the labels of their centres. */
    @ParameterizedTest
    @ValueSource(strings = {"boolean", "clusters", "four-points", "formula"})
    void thereAreNoTenthsWithoutADistance(String which) {
        boolean isFormula = which.equals("formula");
        TargetFunction target = isFormula ? Formula.parse("sign(x1 * x2)") : new Xor();
        InputLaw law = InputLaw.all().stream()
                .filter(each -> each.toString().equals(isFormula ? "gaussian" : which))
                .findFirst()
                .orElseThrow();
        Snapshot snapshot = snapshot(new Task(target, law, D, 0), EngineType.DENSE, network(), 20);
        assertThat(snapshot.distances()).isEmpty();
        assertThat(snapshot.neurons()).isNotEmpty();
    }

    @Test
    void thereAreNoTenthsWithoutSamples() {
        Task task = new Task(new Xor(), new InputLaw.Gaussian(), 1000, 0);
        TwoLayerNetwork network = drawn(task, EngineType.LIMIT);
        assertThat(snapshot(task, EngineType.LIMIT, network, 20).distances()).isEmpty();
    }

    private static List<DistanceTenth> naive(TargetFunction target, NaiveNetwork network, Batch batch) {
        int size = batch.y.length;
        List<double[]> sorted = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double distance = distance(target, batch.x[i]);
            double margin = batch.y[i] * network.output(batch.x[i]);
            int at = sorted.size();
            while (at > 0 && sorted.get(at - 1)[0] > distance) {
                at--;
            }
            sorted.add(at, new double[] {distance, margin > 0 ? 0 : margin < 0 ? 1 : 0.5});
        }
        List<DistanceTenth> tenths = new ArrayList<>();
        for (int tenth = 1; tenth <= 10; tenth++) {
            int from = size * (tenth - 1) / 10;
            int to = size * tenth / 10;
            double errors = 0;
            for (int i = from; i < to; i++) {
                errors += sorted.get(i)[1];
            }
            if (to > from) {
                tenths.add(new DistanceTenth(
                        STEP, tenth, sorted.get(from)[0], sorted.get(to - 1)[0], to - from, errors / (to - from)));
            }
        }
        return tenths;
    }

    private static double distance(TargetFunction target, double[] x) {
        return switch (target.toString()) {
            case "xor" -> Math.abs(x[0] * x[1]);
            case "parity-3" -> Math.abs(x[0] * x[1] * x[2]);
            default -> Math.abs(x[1] - StrictMath.sin(x[0]));
        };
    }

    private static TwoLayerNetwork network() {
        TwoLayerNetwork network = new Initialization.Sphere(1).draw(12, D, new StreamKey(2, 5));
        for (int j = 0; j < network.width(); j++) {
            network.hiddenWeights()[j * D] *= 3;
            network.hiddenWeights()[j * D + 1] *= network.outputWeights()[j] > 0 ? -3 : 3;
        }
        return network;
    }

    /** With the rows that an engine keeps. */
    private static TwoLayerNetwork drawn(Task task, EngineType engine) {
        Workload workload = new Workload(task, Architecture.ofWidth(12), TRAINING);
        return new Initialization.Sphere(0.1).draw(workload.architecture(), engine.rows(workload), KEY, 0);
    }

    private static Snapshot snapshot(Task task, EngineType engine, TwoLayerNetwork network, int size) {
        return observer(task, engine, network, size).snapshot(STEP);
    }

    private static Observer observer(Task task, EngineType engine, TwoLayerNetwork network, int size) {
        Workload workload = new Workload(task, network.architecture(), TRAINING);
        Engine started = engine.start(task, network, TRAINING, KEY);
        return new Observer(
                new Observation(size, new Schedule.Every(1), List.of((long) STEP), 0.5),
                workload,
                network,
                KEY,
                started);
    }
}
