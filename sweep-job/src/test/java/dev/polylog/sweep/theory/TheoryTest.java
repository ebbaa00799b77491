package dev.polylog.sweep.theory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.sweep.analysis.survival.Threshold;
import dev.polylog.sweep.evidence.BandLevel;
import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.trainer.engine.EngineChoice;
import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.engine.Layers;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.Loss;
import dev.polylog.trainer.network.Width;
import dev.polylog.trainer.observe.Schedule;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Method;
import dev.polylog.trainer.run.RunSpec;
import dev.polylog.trainer.run.Settings;
import dev.polylog.trainer.task.InputLaw;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TheoryTest {
    private static final Settings CELL = Settings.defaults()
            .with(Fields.INPUTS, new InputLaw.BooleanCube())
            .with(Fields.D, 256L)
            .with(Fields.WIDTH, Width.of(32))
            .with(Fields.BATCH_SIZE, 1024L)
            .with(Fields.STOP_AT_ERROR, 0.05)
            .with(Fields.OBSERVE, new Schedule.Every(2));

    private static final Settings RIDGE = CELL.with(Fields.METHOD, Method.Name.RIDGE)
            .with(Fields.LAYERS, Layers.SECOND)
            .with(
                    Fields.LOSS,
                    Loss.all().stream()
                            .filter(loss -> loss.toString().equals("squared"))
                            .findFirst()
                            .orElseThrow());

    private static RunSpec run(Settings settings) {
        return RunSpec.of(settings, 5, 3);
    }

    private static Forecast forecast(Settings settings) {
        return Theory.of(3)
                .forecasts(List.of(Aim.of(run(settings))), Theory.Progress.NONE)
                .get(0);
    }

    @Test
    void anExpectationIsTheMedianOfItsStarts() {
        Expectation expected = (Expectation) forecast(CELL);
        assertThat(expected.starts()).isEqualTo(3);
        assertThat(expected.reached()).isEqualTo(3);
        assertThat(expected.least()).isLessThanOrEqualTo(expected.samples());
        assertThat(expected.most()).isGreaterThanOrEqualTo(expected.samples());
        assertThat(expected.steps()).isEqualTo(expected.samples() / 1024).isBetween(30.0, 200.0);
    }

    /** Whatever a run is but for what the recursion sees: one computation, and always the same. */
    @Test
    void theSameQuestionIsAskedOnce() {
        AtomicInteger asked = new AtomicInteger();
        Theory theory = Theory.of(2);
        List<Aim> aims = List.of(
                Aim.of(run(CELL)),
                Aim.of(RunSpec.of(CELL, 6, 0)),
                Aim.of(run(CELL.with(Fields.TEST_SIZE, 77L))),
                Aim.of(run(CELL.with(Fields.MAX_STEPS, 3L))),
                Aim.of(run(CELL.with(Fields.ENGINE, EngineChoice.of(EngineType.DENSE)))));
        List<Forecast> forecasts = theory.forecasts(aims, (done, all) -> asked.incrementAndGet());
        assertThat(asked).hasValue(2);
        assertThat(forecasts).containsOnly(forecasts.get(0));
        theory.forecasts(aims, (done, all) -> asked.incrementAndGet());
        assertThat(asked).hasValue(2);
        Expectation again =
                (Expectation) Theory.of(2).forecasts(aims, Theory.Progress.NONE).get(4);
        assertThat(again.crossings()).isEqualTo(((Expectation) forecasts.get(0)).crossings());
    }

    @Test
    void whereItDoesNotApplyItSaysWhy() {
        assertThat(forecast(CELL.with(Fields.INPUTS, new InputLaw.Sphere())))
                .isInstanceOf(Silence.class)
                .asString()
                .contains("isotropic gaussian inputs and the boolean cube");
        assertThat(forecast(CELL.with(Fields.INIT, initialization("normal"))))
                .isEqualTo(new Silence("its neurons start on a sphere, and init is normal"));
        assertThat(forecast(RIDGE)).isEqualTo(new Silence("it is about sgd, and method is ridge"));
    }

    private static Initialization initialization(String name) {
        return Initialization.all().stream()
                .filter(law -> law.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatNothingGrowsForIsNotReached() {
        Expectation expected = (Expectation) forecast(CELL.with(Fields.LABEL_NOISE, 0.5));
        assertThat(expected.reached()).isZero();
        assertThat(expected.samples()).isInfinite();
        assertThat(expected.crossings())
                .allSatisfy(crossing ->
                        assertThat(crossing.lower()).isEqualTo((double) expected.horizon() * expected.batchSize()));
    }

    /** The budget of a run does not bound what theory expects. */
    @Test
    void theoryGoesOnBeyondTheBudget() {
        Aim aim = Aim.of(run(CELL.with(Fields.MAX_STEPS, 10L)));
        assertThat(aim.budget()).isEqualTo(10 * 1024);
        Expectation expected = (Expectation)
                Theory.of(1).forecasts(List.of(aim), Theory.Progress.NONE).get(0);
        assertThat(expected.samples()).isFinite().isGreaterThan(aim.budget());
    }

    @Test
    void aCriterionMayBeALoss() {
        Criterion loss = new Criterion(Criterion.Observed.TEST_LOSS, new Threshold(1.3, 1));
        Aim aim = new Aim(run(CELL), loss);
        assertThat(Aim.of(run(CELL.with(Fields.STOP_AT_ERROR, null)
                                .with(Fields.STOP_AT_LOSS, 1.3)
                                .with(Fields.STOP_CONFIRM, 1L)))
                        .criterion())
                .isEqualTo(loss);
        Expectation expected = (Expectation)
                Theory.of(1).forecasts(List.of(aim), Theory.Progress.NONE).get(0);
        List<BandLevel> levels = expected.levels(4, List.of("test_loss"));
        assertThat(levels).allSatisfy(level -> assertThat(level.cell()).isEqualTo(4));
        assertThat(levels.get(0).q50()).isGreaterThan(1.3);
        assertThat(levels.get(levels.size() - 1).q50()).isLessThanOrEqualTo(1.3);
        assertThat(levels.get(levels.size() - 1).samples()).isEqualTo((long) expected.samples());
    }

    @Test
    void costIsKnownBeforeAndIsThatOfDistinctQuestions() {
        Theory theory = Theory.of(4);
        Aim aim = Aim.of(run(CELL));
        double seconds = theory.seconds(List.of(aim));
        assertThat(seconds).isPositive();
        assertThat(theory.seconds(List.of(aim, aim))).isEqualTo(seconds);
        assertThat(Theory.of(8).seconds(List.of(aim))).isEqualTo(2 * seconds);
        assertThat(theory.seconds(List.of(Aim.of(run(RIDGE))))).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Theory.of(0))
                .withMessage("Invalid starts: 0 (expected at least 1)");
    }

    /** 1 / (32 lambda^2): 0.4845 for Gaussian inputs, pi / 16 on the cube, where the leading form leaves out too much. */
    @Test
    void theSquareOfTheLogarithmHasAKnownCoefficient() {
        RunSpec cube = run(CELL);
        RunSpec gaussian = run(CELL.with(Fields.INPUTS, new InputLaw.Gaussian()));
        assertThat(GrowthTheory.logSquared(List.of(cube)).getAsDouble()).isCloseTo(Math.PI / 16, within(1e-12));
        assertThat(GrowthTheory.logSquared(List.of(gaussian)).getAsDouble()).isCloseTo(0.48447, within(1e-5));
        assertThat(GrowthTheory.leadingLaw(List.of(gaussian)).orElseThrow())
                .hasToString("d (c0 + 79.74 log d + 0.4845 log^2 d)");
        assertThat(GrowthTheory.leadingLaw(List.of(cube))).isEmpty();
    }
}
