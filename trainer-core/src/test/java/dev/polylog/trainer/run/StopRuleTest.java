package dev.polylog.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylog.trainer.observe.Checkpoint;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run under a stop rule is the run without it, cut where the rule first applies. */
class StopRuleTest {
    private static final List<Checkpoint> FREE = Specs.train(Specs.small()).checkpoints();

    @ParameterizedTest
    @CsvSource({
        "0.5,1", "0.5,3", "0.3,1", "0.3,2", "0.3,5", "0.2,1", "0.2,3", "0.15,2", "0.1,1", "0.1,4", "0.05,3", "0.02,1",
        "0.02,2", "0.02,50", "1,1", "1,150", "1,152", "0,1"
    })
    void theErrorTargetIsReachedAtTheFirstOfEnoughConsecutiveCheckpoints(double target, long confirm) {
        assertCut(
                Specs.small().with(Fields.STOP_AT_ERROR, target).with(Fields.STOP_CONFIRM, confirm),
                confirmed(Checkpoint::testError, target, confirm),
                confirm);
    }

    @ParameterizedTest
    @CsvSource({"2,1", "1.3,1", "1.2,3", "1,1", "1,5", "0.6,3", "0.4,2", "0.2,1", "0,1"})
    void theLossTargetIsReachedAtTheFirstOfEnoughConsecutiveCheckpoints(double target, long confirm) {
        assertCut(
                Specs.small().with(Fields.STOP_AT_LOSS, target).with(Fields.STOP_CONFIRM, confirm),
                confirmed(Checkpoint::testLoss, target, confirm),
                confirm);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "5", "10", "50"})
    void patienceEndsARunWithoutANewLowestLoss(long patience) {
        RunResult result = Specs.train(Specs.small().with(Fields.PATIENCE, patience));
        int end = FREE.size() - 1;
        double lowest = Double.POSITIVE_INFINITY;
        long lowestAt = -1;
        String detail = "max-steps after 150 steps";
        for (int i = 0; i < FREE.size(); i++) {
            if (FREE.get(i).testLoss() < lowest) {
                lowest = FREE.get(i).testLoss();
                lowestAt = i;
            } else if (i - lowestAt >= patience) {
                end = i;
                detail = "test loss has not fallen since step " + lowestAt;
                break;
            }
        }
        assertThat(result.outcome()).isEqualTo(new Outcome.Exhausted(detail));
        assertThat(Specs.rows(result.checkpoints())).isEqualTo(Specs.rows(FREE.subList(0, end + 1)));
    }

    @Test
    void aTargetMetBeforeTheFirstStepTakesNone() {
        RunResult result =
                Specs.train(Specs.small().with(Fields.STOP_AT_ERROR, 1.0).with(Fields.STOP_CONFIRM, 1L));
        assertThat(result.outcome()).isEqualTo(new Outcome.Reached("test error at most 1", 0, 0));
        assertThat(result.steps()).isZero();
        assertThat(result.checkpoints()).hasSize(1);
    }

    @Test
    void theErrorTargetHasPrecedenceOverTheLossTarget() {
        RunResult result = Specs.train(Specs.small()
                .with(Fields.STOP_AT_ERROR, 1.0)
                .with(Fields.STOP_AT_LOSS, 100.0)
                .with(Fields.STOP_CONFIRM, 2L));
        assertThat(result.outcome()).isEqualTo(new Outcome.Reached("test error at most 1", 0, 0));
        assertThat(result.checkpoints()).hasSize(2);
    }

    @Test
    void impossibleRulesAreRefused() {
        assertThatThrownBy(() -> new StopRule(null, null, null, 0, 0, 0))
                .hasMessageStartingWith("Invalid stop-confirm: 0");
        assertThatThrownBy(() -> new StopRule(null, null, null, 0, 1, -1))
                .hasMessageStartingWith("Invalid patience: -1");
        assertThatThrownBy(() -> new Budget(0, null)).hasMessageStartingWith("Invalid max-steps: 0");
        assertThatThrownBy(() -> new Budget(1, 0L)).hasMessageStartingWith("Invalid max-samples: 0");
    }

    private static void assertCut(Settings settings, @Nullable Integer first, long confirm) {
        RunResult result = Specs.train(settings);
        if (first == null) {
            assertThat(result.outcome()).isEqualTo(new Outcome.Exhausted("max-steps after 150 steps"));
            assertThat(Specs.rows(result.checkpoints())).isEqualTo(Specs.rows(FREE));
        } else {
            assertThat(result.outcome()).isInstanceOf(Outcome.Reached.class);
            Outcome.Reached reached = (Outcome.Reached) result.outcome();
            assertThat(reached.step()).isEqualTo(first.longValue());
            assertThat(reached.samples()).isEqualTo(128L * first);
            assertThat(Specs.rows(result.checkpoints())).isEqualTo(Specs.rows(FREE.subList(0, first + (int) confirm)));
        }
    }

    /** Index of the first checkpoint that starts a row of {@code confirm} that meet the target, or null. */
    private static @Nullable Integer confirmed(ToDoubleFunction<Checkpoint> value, double target, long confirm) {
        for (int first = 0; first + confirm <= FREE.size(); first++) {
            if (FREE.subList(first, first + (int) confirm).stream()
                    .allMatch(row -> value.applyAsDouble(row) <= target)) {
                return first;
            }
        }
        return null;
    }
}
