package dev.polylog.trainer.run;

import org.jspecify.annotations.Nullable;

/**
 * When a run stops before its budget ends.
 *
 * @param atError test error that counts as success, or null for none
 * @param atLoss test loss that counts as success, or null for none
 * @param atTrainLoss loss of a minibatch, before its step, below which the run has succeeded, or null for none
 * @param stagnation consecutive steps without a new lowest loss of the minibatch after which a run is given up; 0 for never
 * @param confirm consecutive checkpoints that must meet a target; the first of them is when it was reached
 * @param patience consecutive checkpoints without a new lowest test loss after which a run is given up; 0 for never
 */
public record StopRule(
        @Nullable Double atError,
        @Nullable Double atLoss,
        @Nullable Double atTrainLoss,
        int stagnation,
        int confirm,
        int patience) {
    public StopRule {
        if (confirm < 1) {
            throw new IllegalArgumentException("Invalid stop-confirm: " + confirm + " (expected at least 1)");
        }
        if (patience < 0) {
            throw new IllegalArgumentException("Invalid patience: " + patience + " (expected at least 0)");
        }
    }
}
