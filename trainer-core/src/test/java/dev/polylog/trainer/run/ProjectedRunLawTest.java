package dev.polylog.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.engine.EngineChoice;
import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.network.Width;
import dev.polylog.trainer.observe.Checkpoint;
import dev.polylog.trainer.observe.Observable;
import dev.polylog.trainer.observe.Schedule;
import dev.polylog.trainer.oracle.KolmogorovSmirnov;
import dev.polylog.trainer.task.Covariance;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole runs of the projected engine have the law of dense ones: when the test error first falls below 0.35, and error,
 * norms and masses in the middle of learning and at the end, over 250 seeds of each engine.
 *
 * <p>Kolmogorov-Smirnov tests, 21 for each of 18 cases. Family-wise false-alarm rate: at most 1.1e-3 (Bonferroni).
 */
class ProjectedRunLawTest {
    private static final int RUNS = 250;
    private static final int CASES = 18;
    private static final int MIDDLE = 4;
    private static final List<String> COLUMNS = List.of(
            "test_error",
            "test_loss",
            "signal_norm",
            "opposite_norm",
            "perpendicular_norm",
            "output_norm",
            "mass_mu1_plus",
            "mass_mu1_minus",
            "mass_mu2_plus",
            "mass_mu2_minus");
    private static final int[] POSITIONS =
            COLUMNS.stream().mapToInt(ProjectedRunLawTest::position).toArray();
    private static final int STATISTICS = 1 + 2 * COLUMNS.size();

    /** d, width, batch size: p below d, p above d, m below p. */
    static Stream<Arguments> cases() {
        int[][] shapes = {{14, 8, 64}, {6, 20, 48}, {8, 30, 16}};
        return Stream.of(new Covariance.Isotropic(), new Covariance.PowerLaw(), new Covariance.TwoLevel())
                .flatMap(shape -> Stream.of(shapes)
                        .flatMap(s -> Stream.of(0.0, 0.1).map(q -> Arguments.of(shape, s[0], s[1], s[2], q))));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void runsHaveTheLawOfSgd(Covariance shape, int d, int width, int m, double q) {
        Settings settings = Settings.defaults()
                .with(Fields.COVARIANCE, shape)
                .with(Fields.ANISOTROPY, shape instanceof Covariance.Isotropic ? 0 : 0.5)
                .with(Fields.D, (long) d)
                .with(Fields.WIDTH, Width.of(width))
                .with(Fields.BATCH_SIZE, (long) m)
                .with(Fields.LABEL_NOISE, q)
                .with(Fields.STEP_SIZE, 1.0)
                .with(Fields.INIT_SCALE, 0.7)
                .with(Fields.MAX_STEPS, 48L)
                .with(Fields.TEST_SIZE, 100L)
                .with(Fields.OBSERVE, new Schedule.Every(4));
        double[][] dense = sample(settings.with(Fields.ENGINE, EngineChoice.of(EngineType.DENSE)), 1);
        double[][] projected = sample(settings.with(Fields.ENGINE, EngineChoice.of(EngineType.PROJECTED)), 2);
        double bound = KolmogorovSmirnov.bound(1e-3 / (STATISTICS * CASES));
        for (int i = 0; i < STATISTICS; i++) {
            assertThat(KolmogorovSmirnov.statistic(dense[i], projected[i]))
                    .as("statistic %d", i)
                    .isLessThan(bound);
        }
    }

    private static double[][] sample(Settings settings, long seed) {
        List<double[]> runs = IntStream.range(0, RUNS)
                .parallel()
                .mapToObj(replicate ->
                        statistics(Trainer.train(RunSpec.of(settings, seed, replicate), StopSignal.NEVER, null)))
                .toList();
        double[][] samples = new double[STATISTICS][RUNS];
        for (int run = 0; run < RUNS; run++) {
            for (int i = 0; i < STATISTICS; i++) {
                samples[i][run] = runs.get(run)[i];
            }
        }
        return samples;
    }

    private static double[] statistics(RunResult result) {
        List<Checkpoint> rows = result.checkpoints();
        double[] values = new double[STATISTICS];
        values[0] = rows.stream()
                .filter(row -> row.testError() <= 0.35)
                .mapToDouble(Checkpoint::step)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
        for (int i = 0; i < POSITIONS.length; i++) {
            values[1 + i] = rows.get(rows.size() - 1).value(POSITIONS[i]);
            values[1 + POSITIONS.length + i] =
                    rows.get(Math.min(MIDDLE, rows.size() - 1)).value(POSITIONS[i]);
        }
        return values;
    }

    private static int position(String column) {
        return Observable.ALL.stream().map(Observable::column).toList().indexOf(column);
    }
}
