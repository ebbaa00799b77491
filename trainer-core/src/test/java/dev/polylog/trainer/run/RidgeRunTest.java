package dev.polylog.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.engine.Layers;
import dev.polylog.trainer.network.Activation;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.LogisticLoss;
import dev.polylog.trainer.network.Redraw;
import dev.polylog.trainer.network.SquaredLoss;
import dev.polylog.trainer.network.Width;
import dev.polylog.trainer.observe.Checkpoint;
import dev.polylog.trainer.observe.Observable;
import dev.polylog.trainer.observe.Schedule;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Labels;
import dev.polylog.trainer.task.TargetFunction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs with {@code method = ridge}. */
class RidgeRunTest {
    private static final Settings LIMIT = Settings.defaults()
            .with(Fields.METHOD, Method.Name.RIDGE)
            .with(Fields.WIDTH, Width.INFINITE)
            .with(Fields.LAYERS, Layers.SECOND)
            .with(Fields.LOSS, new SquaredLoss())
            .with(Fields.D, 6L)
            .with(Fields.BATCH_SIZE, 20L)
            .with(Fields.MAX_STEPS, 12L)
            .with(Fields.TEST_SIZE, 500L)
            .with(Fields.OBSERVE, new Schedule.Every(4));

    @Test
    void checkpointsHoldWhatCanBeSaidOfAFunction() {
        RunResult result = train(LIMIT);
        assertThat(result.outcome()).isEqualTo(new Outcome.Exhausted("max-steps after 12 steps"));
        assertThat(result.steps()).isEqualTo(12);
        assertThat(result.draws()).isZero();
        assertThat(result.snapshots()).isEmpty();
        assertThat(result.checkpoints()).extracting(Checkpoint::samples).containsExactly(0L, 80L, 160L, 240L);
        Checkpoint first = result.checkpoints().get(0);
        assertThat(first.testLoss()).isEqualTo(1);
        assertThat(first.testError()).isEqualTo(0.5);
        assertThat(first.trainLoss()).isNull();
        Checkpoint last = result.checkpoints().get(3);
        assertThat(last.testError()).isBetween(0.0, 0.4);
        assertThat(last.trainLoss()).isBetween(0.0, last.testLoss());
        assertThat(Observable.ALL)
                .filteredOn(observable -> last.value(Observable.position(observable.column())) != null)
                .extracting(Observable::column)
                .containsExactly("test_loss", "test_error", "correlation");
    }

    /**
     * A linear function of isotropic inputs, without noise: of the kernel, n samples leave as much of it unknown as ridge
     * regression in the d coordinates, whose error falls to nothing once n exceeds d. Here n is 40 d, for each width.
     */
    @ParameterizedTest
    @ValueSource(strings = {"infinite", "400", "40"})
    void aLinearFunctionIsLearnt(String width) {
        Settings linear = LIMIT.with(Fields.WIDTH, Fields.WIDTH.kind().read(literal(width)))
                .with(Fields.TARGET, TargetFunction.Formula.parse("x1 - x2"))
                .with(Fields.LABELS, Labels.REAL);
        List<Checkpoint> checkpoints = train(linear).checkpoints();
        assertThat(checkpoints.get(0).testLoss()).isCloseTo(2, within(0.6));
        assertThat(checkpoints.get(3).testLoss()).isLessThan(0.1);
        assertThat(checkpoints.get(3).testError()).isNaN();
    }

    @Test
    void runsRepeatAndBudgetsExtendThem() {
        List<Checkpoint> short1 = train(LIMIT.with(Fields.MAX_STEPS, 8L)).checkpoints();
        List<Checkpoint> long1 = train(LIMIT).checkpoints();
        for (int i = 0; i < short1.size(); i++) {
            assertThat(short1.get(i).testLoss()).isEqualTo(long1.get(i).testLoss());
        }
    }

    @Test
    void targetsEndARun() {
        RunResult result = train(LIMIT.with(Fields.STOP_AT_ERROR, 0.4).with(Fields.STOP_CONFIRM, 1L));
        assertThat(result.outcome()).isInstanceOf(Outcome.Reached.class);
        assertThat(((Outcome.Reached) result.outcome()).samples())
                .isEqualTo(result.checkpoints()
                        .get(result.checkpoints().size() - 1)
                        .samples());
    }

    /** All samples at once or in steps: the fit is the same, on the same data set. */
    @Test
    void aDataSetIsSeenOnce() {
        Settings whole = LIMIT.with(Fields.DATASET_SIZE, 240L)
                .with(Fields.BATCH_SIZE, 240L)
                .with(Fields.MAX_STEPS, 1L)
                .with(Fields.OBSERVE, new Schedule.Every(1));
        List<Checkpoint> checkpoints = train(whole).checkpoints();
        assertThat(checkpoints.get(1).samples()).isEqualTo(240);
        assertThat(checkpoints.get(1).testError()).isBetween(0.0, 0.4);
        refused(
                whole.with(Fields.MAX_STEPS, 2L),
                "Invalid max-steps: 2 (480 samples, expected at most dataset-size, 240, with method ridge, which sees each"
                        + " sample once)");
    }

    @Test
    void aNetworkWithoutAnAcceptableStartIsRejected() {
        Settings hopeless = LIMIT.with(Fields.INPUTS, new InputLaw.FourPoints())
                .with(Fields.D, 2L)
                .with(Fields.WIDTH, Width.of(1))
                .with(Fields.REDRAW, new Redraw.NoDeadPoint(0, 100));
        RunResult result = train(hopeless);
        assertThat(result.outcome()).isEqualTo(new Outcome.Rejected("no acceptable network in 100 draws"));
        assertThat(result.draws()).isEqualTo(100);
    }

    @Test
    void whatHasNoFitIsRefused() {
        refused(
                LIMIT.with(Fields.LOSS, new LogisticLoss()),
                "Invalid loss: logistic (expected squared with method ridge, which minimises that)");
        refused(
                LIMIT.with(Fields.WIDTH, Width.of(8)).with(Fields.LAYERS, Layers.BOTH),
                "Invalid layers: both (expected second with method ridge and a finite width: the first layer stays as it"
                        + " was drawn)");
        refused(
                LIMIT.with(Fields.LAYERS, Layers.FIRST_THEN_SECOND).with(Fields.SWITCH_STEP, 1L),
                "Invalid layers: first-then-second (expected second, or with width infinite also first or both, with method"
                        + " ridge)");
        refused(
                LIMIT.with(Fields.ACTIVATION, new Activation.Tanh()),
                "Invalid activation: tanh (expected relu with width infinite, whose kernel has a closed form)");
        refused(
                LIMIT.with(Fields.INIT, new Initialization.Kaiming()).with(Fields.LAYERS, Layers.BOTH),
                "Invalid layers: both (expected second with width infinite and init kaiming, whose output weights vanish"
                        + " in the limit)");
        refused(
                LIMIT.with(Fields.MAX_STEPS, 1639L),
                "Invalid max-steps: 1639 (32780 samples, expected at most 1638 with batch-size 20 and method ridge, which"
                        + " solves for an unknown a sample: 32768 at most)");
        refused(
                Settings.defaults().with(Fields.WIDTH, Width.INFINITE),
                "Invalid width: infinite (expected a whole number of at least 1 with method sgd, or method ridge)");
    }

    private static void refused(Settings settings, String message) {
        assertThatThrownBy(() -> RunSpec.of(settings, 1, 0)).hasMessage(message);
    }

    private static Literal literal(String text) {
        return text.equals("infinite") ? new Literal.OfText(text) : Literal.OfNumber.of(Long.parseLong(text));
    }

    private static RunResult train(Settings settings) {
        return Trainer.train(RunSpec.of(settings, 1, 0), StopSignal.NEVER, null);
    }
}
