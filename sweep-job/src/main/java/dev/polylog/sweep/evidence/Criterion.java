package dev.polylog.sweep.evidence;

import dev.polylog.sweep.analysis.survival.Threshold;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.trainer.run.StopRule;

/**
 * What counts as learned.
 *
 * @param observable column of {@code trajectories} that has to fall
 * @param threshold to what
 */
public record Criterion(Observed observable, Threshold threshold) {
    /** What counts as learned where nothing says when to stop. */
    public static final double USUAL_ERROR = 0.1;

    /** Observables that can have a threshold. */
    public enum Observed {
        TEST_ERROR("test_error", "test error"),
        TEST_LOSS("test_loss", "test loss");

        private final String column;
        private final String words;

        Observed(String column, String words) {
            this.column = column;
            this.words = words;
        }

        public String column() {
            return column;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** What runs stop at by themselves: an error, or else a loss, or else the usual error, at which they go on. */
    public static Criterion of(StopRule rule) {
        Double error = rule.atError();
        Double loss = rule.atLoss();
        boolean byLoss = error == null && loss != null;
        double value = error != null ? error : loss != null ? loss : USUAL_ERROR;
        return new Criterion(byLoss ? Observed.TEST_LOSS : Observed.TEST_ERROR, new Threshold(value, rule.confirm()));
    }

    /** Such as {@code a test error of at most 0.05 at 3 checkpoints in a row}. */
    public String words() {
        int confirm = threshold.confirm();
        return "a " + observable + " of at most "
                + Numerals.plain(threshold.value())
                + (confirm == 1 ? " at one checkpoint" : " at " + confirm + " checkpoints in a row");
    }
}
