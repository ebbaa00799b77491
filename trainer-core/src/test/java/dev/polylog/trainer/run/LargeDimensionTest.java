package dev.polylog.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.engine.EngineChoice;
import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.engine.Layers;
import dev.polylog.trainer.network.SquaredLoss;
import dev.polylog.trainer.network.Width;
import dev.polylog.trainer.observe.Checkpoint;
import dev.polylog.trainer.observe.Observable;
import dev.polylog.trainer.observe.Schedule;
import dev.polylog.trainer.task.Covariance;
import dev.polylog.trainer.task.InputLaw;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Specifications whose dimensions and minibatches no array could hold. */
class LargeDimensionTest {
    private static final long TRILLION = 1_000_000_000_000L;
    private static final int STARTS = 8;

    private static Settings of(EngineType engine, long d, long batchSize) {
        return Settings.defaults()
                .with(Fields.ENGINE, EngineChoice.of(engine))
                .with(Fields.D, d)
                .with(Fields.BATCH_SIZE, batchSize);
    }

    private static RunSpec spec(Settings settings) {
        return RunSpec.of(settings, 1, 0);
    }

    /**
     * The growth argument to leading order, with the lengthening by the noise of batches: n*{@code /d} rises by
     * {@code m/d / (2 log(1 + eta lambda)) + log d / (16 lambda^2)} a unit of log d, on the cube up to a tenth more. The steps of
     * one start have a standard deviation of 6, so the error of the slope is 1.7, and the bounds are three of them away.
     */
    @Test
    void theLimitGoesOnAsTheLawSays() {
        double near = meanSamplesPerDimension(TRILLION / 1000);
        double far = meanSamplesPerDimension(TRILLION);
        double lambda = 1 / Math.sqrt(2 * Math.PI);
        double middle = Math.log(TRILLION / Math.sqrt(1000));
        double slope = 2 / Math.log(1 + 0.1 * lambda) + middle / (16 * lambda * lambda);
        assertThat((far - near) / Math.log(1000)).isBetween(slope - 5, 1.1 * slope + 5);
    }

    private static double meanSamplesPerDimension(long d) {
        Settings settings = of(EngineType.LIMIT, d, 4 * d)
                .with(Fields.INPUTS, new InputLaw.BooleanCube())
                .with(Fields.MAX_STEPS, 2000L)
                .with(Fields.STOP_AT_ERROR, 0.05)
                .with(Fields.OBSERVE, new Schedule.Every(1));
        double sum = 0;
        for (int replicate = 0; replicate < STARTS; replicate++) {
            RunResult result = Trainer.train(RunSpec.of(settings, 1, replicate), StopSignal.NEVER, null);
            Outcome.Reached reached = (Outcome.Reached) result.outcome();
            Checkpoint last = result.checkpoints().get(result.checkpoints().size() - 1);
            assertThat(reached.samples()).isEqualTo(reached.step() * 4 * d);
            assertThat(last.samples()).isEqualTo(last.step() * 4 * d);
            sum += (double) reached.samples() / d / STARTS;
        }
        return sum;
    }

    /** The noise of a step lengthens weights outside the label plane: their squares grow by {@code eta^2 d / (2 m)} at first. */
    @ParameterizedTest
    @EnumSource(
            value = EngineType.class,
            names = {"GRAM", "LIMIT"})
    void theNoiseOfAStepHasAllDimensions(EngineType engine) {
        long m = 2000;
        Settings settings = of(engine, TRILLION, m)
                .with(Fields.STEP_SIZE, Math.sqrt(2.0 * m / TRILLION))
                .with(Fields.MAX_STEPS, 1L)
                .with(Fields.OBSERVE, new Schedule.Every(1));
        List<Checkpoint> checkpoints =
                Trainer.train(spec(settings), StopSignal.NEVER, null).checkpoints();
        double before = checkpoints.get(0).value(Observable.position("perpendicular_norm"));
        double after = checkpoints.get(1).value(Observable.position("perpendicular_norm"));
        assertThat(before).isCloseTo(0.1, within(1e-6));
        assertThat(after * after / (before * before)).isCloseTo(2, within(0.1));
    }

    @Test
    void autoTakesTheEngineThatServes() {
        Settings settings =
                Settings.defaults().with(Fields.D, TRILLION).with(Fields.COVARIANCE, new Covariance.TwoLevel());
        assertThat(spec(settings.with(Fields.ANISOTROPY, 1.0)).method()).isEqualTo(new Method.Sgd(EngineType.GRAM));
        assertThatThrownBy(() -> spec(settings.with(Fields.INPUTS, new InputLaw.BooleanCube())))
                .hasMessage("Invalid width: 64 (d * width is 64000000000000 numbers, expected at most 2147483639)");
    }

    @ParameterizedTest
    @EnumSource(
            value = EngineType.class,
            names = {"DENSE", "PROJECTED"})
    void enginesThatKeepWeightsRefuseLongOnes(EngineType engine) {
        assertThatThrownBy(() -> spec(of(engine, TRILLION, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid width: 64 (d * width is 64000000000000 numbers, expected at most 2147483639)");
        assertThatThrownBy(() -> spec(of(engine, TRILLION, 1).with(Fields.WIDTH, Width.of(Integer.MAX_VALUE))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theOtherEnginesRefuseThemToo() {
        assertThatThrownBy(() ->
                        spec(of(EngineType.BITPACKED, TRILLION, 1).with(Fields.INPUTS, new InputLaw.BooleanCube())))
                .hasMessage("Invalid width: 64 (d * width is 64000000000000 numbers, expected at most 2147483639)");
        assertThatThrownBy(
                        () -> spec(of(EngineType.POINTS, TRILLION, 4).with(Fields.INPUTS, new InputLaw.FourPoints())))
                .hasMessage("Invalid width: 64 (d * width is 64000000000000 numbers, expected at most 2147483639)");
        assertThatThrownBy(() -> spec(of(EngineType.DENSE, TRILLION, 1)
                        .with(Fields.WIDTH, Width.of(1))
                        .with(Fields.DATASET_SIZE, 2_000_000_000L)))
                .isInstanceOf(IllegalArgumentException.class);
        Settings kernel = Settings.defaults()
                .with(Fields.METHOD, Method.Name.RIDGE)
                .with(Fields.WIDTH, Width.INFINITE)
                .with(Fields.LAYERS, Layers.SECOND)
                .with(Fields.LOSS, new SquaredLoss())
                .with(Fields.MAX_STEPS, 1L);
        assertThatThrownBy(() -> spec(kernel.with(Fields.D, TRILLION)))
                .hasMessage("Invalid d: 1000000000000 (d times 2 coordinates of the label is 2000000000000 numbers, "
                        + "expected at most 2147483639)");
        assertThatThrownBy(() -> spec(kernel.with(Fields.BATCH_SIZE, TRILLION)))
                .hasMessage(
                        "Invalid batch-size: 1000000000000 (expected at most 2147483647 with ridge, which draws every"
                                + " sample)");
    }

    @Test
    void enginesThatDrawSamplesRefuseMoreThanTheyCanCount() {
        for (EngineType engine : List.of(EngineType.DENSE, EngineType.PROJECTED, EngineType.GRAM)) {
            assertThat(spec(of(engine, 64, Integer.MAX_VALUE)).training().batchSize())
                    .isEqualTo(Integer.MAX_VALUE);
            assertThatThrownBy(() -> spec(of(engine, 64, Integer.MAX_VALUE + 1L)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Invalid batch-size: 2147483648 (expected at most 2147483647 with " + engine
                            + ", which draws every sample; engine = limit, which is theory, draws none)");
        }
    }

    /** Each point is a quarter of a minibatch, however large. */
    @Test
    void fourPointsAreOfAnyNumber() {
        Settings points = of(EngineType.POINTS, 2, 4)
                .with(Fields.INPUTS, new InputLaw.FourPoints())
                .with(Fields.MAX_STEPS, 20L)
                .with(Fields.TEST_SIZE, 4L);
        RunResult few = Trainer.train(spec(points), StopSignal.NEVER, null);
        RunSpec large = spec(points.with(Fields.BATCH_SIZE, 4 * TRILLION));
        RunResult many = Trainer.train(large, StopSignal.NEVER, null);
        assertThat(many.checkpoints()).hasSameSizeAs(few.checkpoints());
        assertThat(many.checkpoints().get(2).samples()).isEqualTo(80 * TRILLION);
    }

    /** Unless minibatches are large, a budget may stand for no limit. */
    @Test
    void samplesAreCountedInALong() {
        Settings limit = of(EngineType.LIMIT, TRILLION, 1000 * TRILLION);
        assertThat(spec(limit.with(Fields.MAX_STEPS, 9223L)).maxSteps()).isEqualTo(9223);
        assertThat(spec(limit.with(Fields.MAX_STEPS, Long.MAX_VALUE).with(Fields.MAX_SAMPLES, Long.MAX_VALUE))
                        .maxSteps())
                .isEqualTo(9223);
        assertThatThrownBy(() -> spec(limit.with(Fields.MAX_STEPS, 9224L)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Invalid max-steps: 9224 (expected at most 9223 with batch-size 1000000000000000: samples are"
                                + " counted in 64 bits)");
        assertThat(spec(of(EngineType.GRAM, 64, 256).with(Fields.MAX_STEPS, Long.MAX_VALUE))
                        .maxSteps())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void noMoreIsAdmitted() {
        assertThatThrownBy(() -> Settings.defaults().with(Fields.D, TRILLION + 1))
                .hasMessage("Invalid d: 1000000000001 (expected a whole number from 2 to 1000000000000)");
        assertThatThrownBy(() -> Settings.defaults().with(Fields.BATCH_SIZE, 1000 * TRILLION + 1))
                .hasMessage(
                        "Invalid batch-size: 1000000000000001 (expected a whole number from 1 to 1000000000000000)");
    }
}
