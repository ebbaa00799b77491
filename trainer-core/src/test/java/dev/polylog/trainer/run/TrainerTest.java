package dev.polylog.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.engine.EngineChoice;
import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.engine.Layers;
import dev.polylog.trainer.network.Width;
import dev.polylog.trainer.observe.Checkpoint;
import dev.polylog.trainer.observe.NeuronSnapshot;
import dev.polylog.trainer.observe.Observable;
import dev.polylog.trainer.observe.Schedule;
import dev.polylog.trainer.oracle.Bounds;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {

    @Test
    void equalSpecificationsHaveEqualRows() {
        Settings settings = Specs.small().with(Fields.SNAPSHOTS, List.of(0L, 100L));
        RunResult one = Specs.train(settings);
        RunResult other = Specs.train(settings);
        assertThat(Specs.rows(other.checkpoints())).isEqualTo(Specs.rows(one.checkpoints()));
        assertThat(other.snapshots()).isEqualTo(one.snapshots());
        assertThat(other.outcome()).isEqualTo(one.outcome());
    }

    @Test
    void xorIsLearned() {
        Checkpoint last = last(Specs.train(Specs.small()));
        assertThat(last.testError()).isLessThan(0.1);
    }

    @Test
    void replicatesDiffer() {
        RunSpec spec = RunSpec.of(Specs.small(), 1, 0);
        RunResult other = Trainer.train(spec.withReplicate(1), StopSignal.NEVER, null);
        assertThat(other.checkpoints().get(0).testLoss())
                .isNotEqualTo(Trainer.train(spec, StopSignal.NEVER, null)
                        .checkpoints()
                        .get(0)
                        .testLoss());
    }

    @Test
    void aLargerBudgetContinuesTheSameTrajectory() {
        Settings settings = Specs.small().with(Fields.OBSERVE, new Schedule.Every(10));
        List<List<Object>> shorter =
                Specs.rows(Specs.train(settings.with(Fields.MAX_STEPS, 50L)).checkpoints());
        List<List<Object>> longer =
                Specs.rows(Specs.train(settings.with(Fields.MAX_STEPS, 120L)).checkpoints());
        assertThat(shorter).hasSize(6);
        assertThat(longer).hasSize(13);
        assertThat(longer.subList(0, 6)).isEqualTo(shorter);
    }

    @Test
    void whatIsObservedNeverChangesTheWeights() {
        Settings settings = Specs.small().with(Fields.SNAPSHOTS, List.of(150L));
        List<NeuronSnapshot> often = Specs.train(settings).snapshots();
        List<NeuronSnapshot> rarely = Specs.train(
                        settings.with(Fields.OBSERVE, new Schedule.Every(1000)).with(Fields.TEST_SIZE, 7L))
                .snapshots();
        assertThat(often).hasSize(32).isEqualTo(rarely);
    }

    /** Not even between checkpoints, where snapshots draw test samples of their own. */
    @ParameterizedTest
    @EnumSource(
            value = EngineType.class,
            names = {"DENSE", "PROJECTED", "GRAM"})
    void snapshotsNeverChangeTheTrajectory(EngineType engine) {
        Settings settings = Specs.small()
                .with(Fields.ENGINE, EngineChoice.of(engine))
                .with(Fields.OBSERVE, new Schedule.Every(10))
                .with(Fields.MAX_STEPS, 40L);
        RunResult without = Specs.train(settings);
        RunResult with = Specs.train(settings.with(Fields.SNAPSHOTS, List.of(0L, 7L, 20L, 33L)));
        assertThat(Specs.rows(with.checkpoints())).isEqualTo(Specs.rows(without.checkpoints()));
        assertThat(without.distances()).isEmpty();
        assertThat(with.distances()).hasSize(40);
        Checkpoint atTwenty = with.checkpoints().get(2);
        assertThat(with.distances().stream()
                        .filter(tenth -> tenth.step() == 20)
                        .mapToDouble(tenth -> tenth.samples() * tenth.testError())
                        .sum())
                .isCloseTo(200 * atTwenty.testError(), within(1e-12 * 200));
    }

    @Test
    void everyCheckpointIsRecordedOnce() {
        RunResult result = Specs.train(Specs.small().with(Fields.OBSERVE, new Schedule.Every(40)));
        assertThat(result.checkpoints()).extracting(Checkpoint::step).containsExactly(0L, 40L, 80L, 120L, 150L);
        assertThat(result.checkpoints())
                .extracting(Checkpoint::samples)
                .containsExactly(0L, 5120L, 10240L, 15360L, 19200L);
        assertThat(result.checkpoints().get(0).trainLoss()).isNull();
        assertThat(last(result).trainLoss()).isNotNull();
        assertThat(last(result).time()).isEqualTo(75);
        assertThat(result.outcome()).isEqualTo(new Outcome.Exhausted("max-steps after 150 steps"));
        assertThat(result.steps()).isEqualTo(150);
    }

    @Test
    void snapshotsAreTakenAtTheirStepsWithinTheBudget() {
        RunResult result = Specs.train(Specs.small()
                .with(Fields.OBSERVE, new Schedule.Every(100))
                .with(Fields.SNAPSHOTS, List.of(99L, 0L, 7L, 5000L)));
        assertThat(result.snapshots())
                .hasSize(3 * 32)
                .extracting(NeuronSnapshot::step)
                .containsSubsequence(0L, 7L, 99L)
                .doesNotContain(5000L);
    }

    @Test
    void theSampleBudgetBoundsTheSteps() {
        RunResult result = Specs.train(Specs.small().with(Fields.MAX_SAMPLES, 10 * 128L + 127));
        assertThat(result.steps()).isEqualTo(10);
        assertThat(last(result).samples()).isEqualTo(1280);
        assertThat(result.outcome()).isEqualTo(new Outcome.Exhausted("max-samples after 10 steps"));
    }

    @Test
    void aSampleBudgetBelowOneBatchLeavesTheFirstCheckpointAlone() {
        RunResult result = Specs.train(Specs.small().with(Fields.MAX_SAMPLES, 127L));
        assertThat(result.steps()).isZero();
        assertThat(result.checkpoints()).hasSize(1);
        assertThat(result.outcome()).isEqualTo(new Outcome.Exhausted("max-samples after 0 steps"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e6, 1e30, 1e300})
    void aWildStepSizeDivergesAtTheFirstStepThatIsNotFinite(double stepSize) {
        RunResult result = Specs.train(Specs.small().with(Fields.STEP_SIZE, stepSize));
        assertThat(result.outcome()).isInstanceOf(Outcome.Diverged.class);
        long step = ((Outcome.Diverged) result.outcome()).step();
        assertThat(result.outcome().detail()).matches("(the loss|a weight) is not finite at step " + step);
        assertThat(result.outcome().kind()).isEqualTo(Outcome.Kind.DIVERGED);
        assertThat(result.steps()).isEqualTo(step);
        assertThat(last(result).step()).isEqualTo(step);
        assertThat(result.checkpoints()).hasSize((int) step + 1);
        for (Checkpoint checkpoint : result.checkpoints().subList(1, (int) step)) {
            assertThat(checkpoint.trainLoss()).isFinite();
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e6, 1e30, 1e38, 1e300})
    void aWildStepSizeDivergesUnderTheProjectedEngineToo(double stepSize) {
        for (int width : new int[] {3, 32}) {
            RunResult result = Specs.train(Specs.small()
                    .with(Fields.ENGINE, EngineChoice.of(EngineType.PROJECTED))
                    .with(Fields.WIDTH, Width.of(width))
                    .with(Fields.STEP_SIZE, stepSize));
            assertThat(result.outcome()).isInstanceOf(Outcome.Diverged.class);
            assertThat(result.checkpoints()).hasSize((int) result.steps() + 1);
        }
    }

    /** A network that is not finite has nothing to show, however its engine draws samples. */
    @ParameterizedTest
    @EnumSource(Layers.class)
    void theLastRowOfADivergedRunShowsIt(Layers layers) {
        for (EngineType engine : List.of(EngineType.DENSE, EngineType.PROJECTED)) {
            RunResult result = Specs.train(Specs.small()
                    .with(Fields.ENGINE, EngineChoice.of(engine))
                    .with(Fields.LAYERS, layers)
                    .with(Fields.SWITCH_STEP, layers == Layers.FIRST_THEN_SECOND ? 75L : 0L)
                    .with(Fields.STEP_SIZE, 1e300));
            assertThat(result.outcome()).isInstanceOf(Outcome.Diverged.class);
            assertThat(last(result).testLoss()).as(engine.toString()).isNaN();
            assertThat(last(result).testError()).as(engine.toString()).isEqualTo(1);
        }
    }

    @Test
    void divergenceIsSeenBetweenCheckpoints() {
        Settings wild = Specs.small().with(Fields.STEP_SIZE, 1e30);
        RunResult often = Specs.train(wild);
        RunResult rarely = Specs.train(wild.with(Fields.OBSERVE, new Schedule.Every(1000)));
        assertThat(rarely.outcome()).isEqualTo(often.outcome());
        assertThat(Specs.row(last(rarely))).isEqualTo(Specs.row(last(often)));
    }

    @Test
    void aRunBeyondItsWallLimitFailsAndKeepsNothing() {
        RunSpec spec = RunSpec.of(Specs.small().with(Fields.SNAPSHOTS, List.of(0L)), 1, 0);
        RunResult result = Trainer.train(spec, StopSignal.NEVER, Duration.ZERO);
        assertThat(result.outcome()).isEqualTo(new Outcome.Failed("wall limit of 0 s passed at step 1"));
        assertThat(result.outcome().kind().isFinal()).isFalse();
        assertThat(result.checkpoints()).isEmpty();
        assertThat(result.snapshots()).isEmpty();
    }

    @Test
    void aRaisedSignalAbandonsTheRunAtTheNextStep() {
        AtomicInteger asked = new AtomicInteger();
        RunSpec spec = RunSpec.of(Specs.small(), 1, 0);
        assertThatThrownBy(() -> Trainer.train(spec, () -> asked.incrementAndGet() > 5, null))
                .isInstanceOf(RunAbandonedException.class)
                .hasMessage("Run abandoned at step 6");
    }

    /**
     * With step size 0 every checkpoint draws fresh samples of one law: the mean test losses of the two halves of the run
     * differ by a normal number. False alarms: 2e-6.
     */
    @Test
    void stepSizeZeroKeepsTheWeightsAndTheLawOfTheTestLoss() {
        List<Checkpoint> rows = Specs.train(Specs.small()
                        .with(Fields.STEP_SIZE, 0.0)
                        .with(Fields.INIT_SCALE, 2.0)
                        .with(Fields.MAX_STEPS, 1999L))
                .checkpoints();
        double[] losses = rows.stream().mapToDouble(Checkpoint::testLoss).toArray();
        double[] mean = new double[2];
        for (int i = 0; i < 2000; i++) {
            mean[i % 2] += losses[i] / 1000;
        }
        double variance = 0;
        for (int i = 0; i < 2000; i++) {
            variance += Math.pow(losses[i] - mean[i % 2], 2) / 1998;
        }
        assertThat(Math.abs(mean[0] - mean[1])).isLessThan(1.005 * Bounds.NORMAL_1E_6 * Math.sqrt(2 * variance / 1000));
        assertThat(variance).isPositive();
        int signalNorm =
                Observable.ALL.stream().map(Observable::column).toList().indexOf("signal_norm");
        assertThat(rows)
                .extracting(row -> row.value(signalNorm))
                .containsOnly(rows.get(0).value(signalNorm));
    }

    private static Checkpoint last(RunResult result) {
        return result.checkpoints().get(result.checkpoints().size() - 1);
    }
}
