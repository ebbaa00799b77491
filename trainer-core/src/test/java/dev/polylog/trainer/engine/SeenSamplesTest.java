package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.network.Width;
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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Test samples of the projected engine have the joint law of dense ones: outputs, coordinates, labels and their products, over
 * 40,000 samples of each.
 *
 * <p>Kolmogorov-Smirnov tests, 7 for each of 6 cases. Family-wise false-alarm rate: 1e-3 (Bonferroni).
 */
class SeenSamplesTest {
    private static final int SAMPLES = 40_000;
    private static final int STATISTICS = 7;
    private static final int CASES = 6;
    private static final StreamKey KEY = new StreamKey(61, 67);

    static Stream<Settings> cases() {
        Settings plain = Settings.defaults().with(Fields.D, 9L).with(Fields.WIDTH, Width.of(5));
        Settings powerLaw =
                plain.with(Fields.COVARIANCE, new Covariance.PowerLaw()).with(Fields.ANISOTROPY, 1.5);
        Settings clusters = plain.with(Fields.INPUTS, new InputLaw.Clusters());
        return Stream.of(
                plain,
                powerLaw.with(Fields.COVARIANCE_BASIS, Basis.ROTATED).with(Fields.BASIS, Basis.ROTATED),
                powerLaw.with(Fields.TARGET, new TargetFunction.Parity(3)),
                clusters.with(Fields.SIGMA, 0.7),
                clusters.with(Fields.SIGMA, 1.0),
                clusters.with(Fields.COVARIANCE, new Covariance.TwoLevel())
                        .with(Fields.ANISOTROPY, 1.5)
                        .with(Fields.COVARIANCE_BASIS, Basis.ROTATED)
                        .with(Fields.BASIS, Basis.ROTATED));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void bothEnginesSeeTheSameLaw(Settings settings) {
        Task task = Tasks.of(settings);
        double[][] dense = statistics(EngineType.DENSE, task);
        double[][] projected = statistics(EngineType.PROJECTED, task);
        double bound = KolmogorovSmirnov.bound(1e-3 / (STATISTICS * CASES));
        for (int i = 0; i < STATISTICS; i++) {
            assertThat(KolmogorovSmirnov.statistic(dense[i], projected[i]))
                    .as("statistic %d", i)
                    .isLessThan(bound);
        }
    }

    private static double[][] statistics(EngineType type, Task task) {
        TwoLayerNetwork network = new Initialization.Sphere(1).draw(5, task.d(), new StreamKey(3, 4));
        SeenSamples samples =
                (SeenSamples) type.start(task, network, new Training(1, 1), KEY).testInputs(SAMPLES);
        double[][] statistics = new double[STATISTICS][SAMPLES];
        samples.moveTo(7);
        int number = 0;
        for (int chunk = 0; chunk < samples.chunks(); chunk++) {
            int rows = samples.draw(chunk);
            for (int i = 0; i < rows; i++, number++) {
                double output = network.output(samples.preActivations(), i * samples.stride());
                double h = samples.preActivations()[i * samples.stride()];
                double label = samples.labels()[i];
                double[] values = {
                    output,
                    h,
                    samples.coordinate(i, 0),
                    label * output,
                    label * samples.coordinate(i, 0) * samples.coordinate(i, 1),
                    h * samples.coordinate(i, 1),
                    label * h * samples.coordinate(i, 0)
                };
                for (int s = 0; s < STATISTICS; s++) {
                    statistics[s][number] = values[s];
                }
            }
        }
        assertThat(number).isEqualTo(SAMPLES);
        return statistics;
    }
}
