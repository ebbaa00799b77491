package dev.polylog.sweep.evidence;

import dev.polylog.sweep.analysis.survival.Threshold;

/**
 * What counts as learned.
 *
 * @param observable column of {@code trajectories} that has to fall
 * @param threshold to what
 */
public record Criterion(Observed observable, Threshold threshold) {
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
}
