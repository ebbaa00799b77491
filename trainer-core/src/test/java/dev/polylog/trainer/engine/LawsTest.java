package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import dev.polylog.trainer.task.Covariance;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Samples;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What every engine does under every law and target that it serves. */
class LawsTest {
    private static final StreamKey KEY = new StreamKey(12, 34);
    private static final int D = 12;
    private static final int WIDTH = 20;

    static Stream<Arguments> tasks() {
        return InputLaw.all().stream()
                .flatMap(law -> TargetFunction.all().stream()
                        .filter(target -> target.coordinates() == 2
                                || !(law instanceof InputLaw.Clusters || law instanceof InputLaw.FourPoints))
                        .map(target -> Arguments.of(law, target)));
    }

    /** The oracle of oracles: one sample and one neuron at a time. Rounding of double precision alone. */
    @ParameterizedTest
    @MethodSource("tasks")
    void theDoubleEngineIsTheFormula(InputLaw law, TargetFunction target) {
        Task task = Tasks.of(settings(law, target));
        TwoLayerNetwork network = start();
        NaiveNetwork naive = NaiveNetwork.of(network);
        Training training = new Training(40, 0.7).with(Precision.DOUBLE);
        Engine engine = EngineType.DENSE.start(task, network, training, KEY);
        for (long step = 1; step <= 3; step++) {
            Batch batch = Batch.of(Samples.training(task, KEY, 40), D, step);
            assertThat(engine.step(step)).isCloseTo(naive.meanLoss(batch.x, batch.y), within(1e-12));
            naive = naive.step(batch.x, batch.y, 0.7);
            for (int j = 0; j < WIDTH; j++) {
                assertThat((double) network.outputWeights()[j]).isCloseTo(naive.a[j], within(1e-7));
                for (int k = 0; k < D; k++) {
                    assertThat((double) network.hiddenWeights()[j * D + k]).isCloseTo(naive.w[j][k], within(1e-6));
                }
            }
        }
    }

    /** On the same samples, single and double precision agree to the rounding of single sums over 5 steps. */
    @ParameterizedTest
    @MethodSource("tasks")
    void theDenseEngineAgreesWithTheDoubleOne(InputLaw law, TargetFunction target) {
        Task task = Tasks.of(settings(law, target));
        TwoLayerNetwork single = start();
        TwoLayerNetwork twice = start();
        Engine one = EngineType.DENSE.start(task, single, new Training(300, 0.5), KEY);
        Engine other = EngineType.DENSE.start(task, twice, new Training(300, 0.5).with(Precision.DOUBLE), KEY);
        for (long step = 1; step <= 5; step++) {
            assertThat(one.step(step)).isCloseTo(other.step(step), within(2e-5));
        }
        assertClose(single, twice, 1e-4);
    }

    static Stream<TargetFunction> targets() {
        return TargetFunction.all().stream();
    }

    @ParameterizedTest
    @MethodSource("targets")
    void theBitpackedEngineAgreesWithTheDoubleOneOnEveryTarget(TargetFunction target) {
        Task task = Tasks.of(settings(new InputLaw.BooleanCube(), target));
        TwoLayerNetwork packed = start();
        TwoLayerNetwork twice = start();
        Engine one = EngineType.BITPACKED.start(task, packed, new Training(300, 0.5), KEY);
        Engine other = EngineType.DENSE.start(task, twice, new Training(300, 0.5).with(Precision.DOUBLE), KEY);
        for (long step = 1; step <= 5; step++) {
            assertThat(one.step(step)).isCloseTo(other.step(step), within(2e-5));
        }
        assertClose(packed, twice, 1e-4);
    }

    static Stream<Arguments> rotations() {
        return Stream.of(EngineType.DENSE, EngineType.PROJECTED)
                .flatMap(type -> Stream.of(
                        Arguments.of(type, new InputLaw.Gaussian(), 0.0),
                        Arguments.of(type, new InputLaw.Gaussian(), 0.8),
                        Arguments.of(type, new InputLaw.Clusters(), 0.0),
                        Arguments.of(type, new InputLaw.Clusters(), 0.8)));
    }

    /** SGD does not know the axes: turned weights on turned inputs take turned steps, with the same losses. */
    @ParameterizedTest
    @MethodSource("rotations")
    void aRotatedBasisTurnsTheWholeRun(EngineType type, InputLaw law, double strength) {
        Settings settings = settings(law, new TargetFunction.Xor());
        if (strength > 0) {
            settings = settings.with(Fields.COVARIANCE, new Covariance.PowerLaw())
                    .with(Fields.ANISOTROPY, strength)
                    .with(Fields.COVARIANCE_BASIS, Basis.ROTATED);
        }
        Task straight = Tasks.of(settings);
        Task turned = Tasks.of(settings.with(Fields.BASIS, Basis.ROTATED));
        TwoLayerNetwork axes = start();
        TwoLayerNetwork rotated = start();
        turned.coloring(KEY).rotate(rotated.hiddenWeights(), WIDTH);
        Engine one = type.start(straight, axes, new Training(300, 0.5), KEY);
        Engine other = type.start(turned, rotated, new Training(300, 0.5), KEY);
        for (long step = 1; step <= 5; step++) {
            assertThat(other.step(step)).isCloseTo(one.step(step), within(5e-5));
        }
        turned.coloring(KEY).unrotate(rotated.hiddenWeights(), WIDTH);
        assertClose(rotated, axes, 3e-4);
    }

    @ParameterizedTest
    @EnumSource(value = EngineType.class, mode = EnumSource.Mode.EXCLUDE, names = "LIMIT")
    void frozenLayersKeepEveryBit(EngineType type) {
        InputLaw law = type == EngineType.BITPACKED ? new InputLaw.BooleanCube() : new InputLaw.Gaussian();
        Task task = Tasks.of(settings(law, new TargetFunction.Xor()));
        TwoLayerNetwork start = start();
        TwoLayerNetwork both = start();
        TwoLayerNetwork first = start();
        TwoLayerNetwork second = start();
        for (Layers layers : List.of(Layers.BOTH, Layers.FIRST, Layers.SECOND)) {
            TwoLayerNetwork network = layers == Layers.BOTH ? both : layers == Layers.FIRST ? first : second;
            type.start(task, network, new Training(50, 0.5).with(layers), KEY).step(1);
        }
        assertThat(first.outputWeights()).containsExactly(start.outputWeights());
        assertThat(first.hiddenWeights()).containsExactly(both.hiddenWeights());
        assertThat(second.hiddenWeights()).containsExactly(start.hiddenWeights());
        assertThat(second.outputWeights()).containsExactly(both.outputWeights());
    }

    /** One neuron, one sample, two dimensions; silent, equal and opposite neurons: finite losses and weights for every law. */
    @ParameterizedTest
    @MethodSource("laws")
    void degenerateRunsStayFinite(InputLaw law) {
        for (EngineType type : EngineType.values()) {
            for (int[] shape : new int[][] {{2, 1, 1}, {2, 1, 7}, {2, 5, 1}, {3, 4, 2}, {40, 1, 1}}) {
                Task task = Tasks.of(settings(law, new TargetFunction.Xor()).with(Fields.D, (long) shape[0]));
                Training training = new Training(shape[2], 0.5);
                Workload workload = new Workload(task, Architecture.ofWidth(shape[1]), training);
                for (int kind = 0; kind < 3 && type.serves(workload); kind++) {
                    int columns = Math.toIntExact(type.columns(workload));
                    TwoLayerNetwork network = new Initialization.Sphere(1).draw(shape[1], columns, KEY);
                    for (int i = 0; i < network.hiddenWeights().length; i++) {
                        float first = network.hiddenWeights()[i % columns];
                        network.hiddenWeights()[i] = kind == 0 ? 0 : kind == 1 ? first : i < columns ? first : -first;
                    }
                    Engine engine = type.start(task, network, training, KEY);
                    for (long step = 1; step <= 10; step++) {
                        assertThat(engine.step(step))
                                .as("%s at step %s", type, step)
                                .isFinite();
                    }
                    assertThat(network.isFinite()).isTrue();
                }
            }
        }
    }

    static Stream<InputLaw> laws() {
        return InputLaw.all().stream();
    }

    private static void assertClose(TwoLayerNetwork actual, TwoLayerNetwork expected, double tolerance) {
        for (int i = 0; i < WIDTH * D; i++) {
            assertThat((double) actual.hiddenWeights()[i]).isCloseTo(expected.hiddenWeights()[i], within(tolerance));
        }
        for (int j = 0; j < WIDTH; j++) {
            assertThat((double) actual.outputWeights()[j]).isCloseTo(expected.outputWeights()[j], within(tolerance));
        }
    }

    private static Settings settings(InputLaw law, TargetFunction target) {
        return Settings.defaults()
                .with(Fields.INPUTS, law)
                .with(Fields.TARGET, target)
                .with(Fields.LABEL_NOISE, 0.1)
                .with(Fields.D, (long) D);
    }

    private static TwoLayerNetwork start() {
        return new Initialization.Sphere(1).draw(WIDTH, D, new StreamKey(4, 2));
    }
}
