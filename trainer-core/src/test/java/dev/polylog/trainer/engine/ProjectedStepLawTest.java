package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.oracle.KolmogorovSmirnov;
import dev.polylog.trainer.oracle.Tasks;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Settings;
import dev.polylog.trainer.task.Basis;
import dev.polylog.trainer.task.Covariance;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * From the same weights, a projected step has the joint law of a dense one: loss, moves of both layers along the label, the
 * neurons and elsewhere, and products of these, over 10,000 steps of each engine.
 *
 * <p>Kolmogorov-Smirnov tests, 14 for each of 76 cases. Family-wise false-alarm rate: 1e-3 (Bonferroni).
 */
class ProjectedStepLawTest {
    private static final int STEPS = 10_000;
    private static final int STATISTICS = 14;
    private static final int CASES = 76;
    private static final StreamKey KEY = new StreamKey(3, 1);

    static Stream<Arguments> cases() {
        int[][] shapes = {{6, 3, 4}, {4, 9, 12}, {5, 12, 2}, {12, 4, 30}};
        return Stream.of(
                        new Covariance.Isotropic(),
                        new Covariance.PowerLaw(),
                        new Covariance.TwoLevel(),
                        new Covariance.Spiked(),
                        new Covariance.Equicorrelated())
                .flatMap(shape -> Stream.of(shapes)
                        .flatMap(s -> Stream.of(0.0, 0.15).map(q -> Arguments.of(shape, s[0], s[1], s[2], q))));
    }

    /** Clusters, bases that are turned, and labels of other numbers of coordinates; for two shapes each. */
    static Stream<Arguments> otherLaws() {
        Settings powerLaw = Settings.defaults()
                .with(Fields.COVARIANCE, new Covariance.PowerLaw())
                .with(Fields.ANISOTROPY, 1.5);
        Settings clusters =
                Settings.defaults().with(Fields.INPUTS, new InputLaw.Clusters()).with(Fields.SIGMA, 0.6);
        return Stream.of(
                        powerLaw.with(Fields.COVARIANCE_BASIS, Basis.ROTATED),
                        powerLaw.with(Fields.BASIS, Basis.ROTATED),
                        clusters,
                        clusters.with(Fields.SIGMA, 1.0),
                        clusters.with(Fields.LABEL_NOISE, 0.15).with(Fields.BASIS, Basis.ROTATED),
                        clusters.with(Fields.COVARIANCE, new Covariance.Equicorrelated())
                                .with(Fields.ANISOTROPY, 1.5),
                        clusters.with(Fields.COVARIANCE, new Covariance.TwoLevel())
                                .with(Fields.ANISOTROPY, 1.5)
                                .with(Fields.COVARIANCE_BASIS, Basis.ROTATED)
                                .with(Fields.BASIS, Basis.ROTATED))
                .flatMap(settings -> Stream.of(
                        Arguments.of(settings.with(Fields.D, 6L), 3, 4),
                        Arguments.of(settings.with(Fields.D, 5L), 12, 3)));
    }

    static Stream<Arguments> targets() {
        Settings powerLaw = Settings.defaults()
                .with(Fields.COVARIANCE, new Covariance.PowerLaw())
                .with(Fields.ANISOTROPY, 1.5)
                .with(Fields.D, 9L);
        return TargetFunction.all().stream()
                .flatMap(target -> Stream.of(
                        Arguments.of(powerLaw.with(Fields.TARGET, target), 3, 4),
                        Arguments.of(powerLaw.with(Fields.TARGET, target), 12, 3)));
    }

    @ParameterizedTest
    @MethodSource({"otherLaws", "targets"})
    void otherLawsAndTargetsHaveTheJointLawOfTheStep(Settings settings, int width, int m) {
        assertSameLaw(Tasks.of(settings), width, m);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void labelsAndGradientsHaveTheJointLawOfTheStep(Covariance shape, int d, int width, int m, double q) {
        double strength = shape instanceof Covariance.Isotropic ? 0 : 1.5;
        Task task = new Task(new TargetFunction.Xor(), new InputLaw.Gaussian(), d, q, shape, strength);
        assertSameLaw(task, width, m);
    }

    private static void assertSameLaw(Task task, int width, int m) {
        double[][] dense = sample(EngineType.DENSE, 0, task, width, m);
        double[][] projected = sample(EngineType.PROJECTED, STEPS, task, width, m);
        double bound = KolmogorovSmirnov.bound(1e-3 / (STATISTICS * CASES));
        for (int i = 0; i < STATISTICS; i++) {
            assertThat(KolmogorovSmirnov.statistic(dense[i], projected[i]))
                    .as("statistic %d", i)
                    .isLessThan(bound);
        }
    }

    /** Each statistic of each step after {@code first}; engines share the bases of a key, and no step. */
    private static double[][] sample(EngineType type, int first, Task task, int width, int m) {
        TwoLayerNetwork network = start(width, task.rowLength());
        TwoLayerNetwork before = network.copy();
        double[] direction = new Random(1).doubles(task.d(), -1, 1).toArray();
        Engine engine = type.start(task, network, new Training(m, 1), KEY);
        double[][] samples = new double[STATISTICS][STEPS];
        for (int step = 1; step <= STEPS; step++) {
            double loss = engine.step(first + step);
            double[] values = statistics(before, network, loss, direction);
            for (int i = 0; i < STATISTICS; i++) {
                samples[i][step - 1] = values[i];
            }
            System.arraycopy(before.hiddenWeights(), 0, network.hiddenWeights(), 0, width * task.rowLength());
            System.arraycopy(before.outputWeights(), 0, network.outputWeights(), 0, width);
        }
        return samples;
    }

    /** The last neuron repeats the first, so that the rank is never full. */
    private static TwoLayerNetwork start(int width, int d) {
        TwoLayerNetwork network = new Initialization.Sphere(1).draw(width, d, new StreamKey(5, 7));
        System.arraycopy(network.hiddenWeights(), 0, network.hiddenWeights(), (width - 1) * d, d);
        for (int j = 0; j < width; j++) {
            network.outputWeights()[j] *= 1 + 0.2f * j;
        }
        return network;
    }

    private static double[] statistics(TwoLayerNetwork before, TwoLayerNetwork after, double loss, double[] direction) {
        int d = before.d();
        double[] first = move(before.hiddenWeights(), after.hiddenWeights(), 0, d);
        double[] second = move(before.hiddenWeights(), after.hiddenWeights(), d, d);
        double a0 = after.outputWeights()[0] - before.outputWeights()[0];
        double a1 = after.outputWeights()[1] - before.outputWeights()[1];
        double[] own = move(new float[before.hiddenWeights().length], before.hiddenWeights(), 0, d);
        double[] other = move(new float[before.hiddenWeights().length], before.hiddenWeights(), d, d);
        double ones = 0;
        for (double value : first) {
            ones += value;
        }
        return new double[] {
            loss,
            a0,
            a0 * a1,
            first[0],
            first[0] * first[1],
            first[0] * second[1],
            ones,
            dot(first, direction),
            dot(first, direction) * a0,
            dot(first, first),
            dot(first, second),
            dot(first, own),
            dot(first, other) * loss,
            (first[0] - first[1]) * dot(second, direction)
        };
    }

    private static double[] move(float[] before, float[] after, int from, int count) {
        double[] move = new double[count];
        for (int k = 0; k < count; k++) {
            move[k] = (double) after[from + k] - before[from + k];
        }
        return move;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
