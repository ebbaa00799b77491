package dev.polylog.trainer.run;

import org.jspecify.annotations.Nullable;

/**
 * How long a run may train.
 *
 * @param maxSteps most steps
 * @param maxSamples most training samples, or null for no limit
 */
public record Budget(long maxSteps, @Nullable Long maxSamples) {
    public Budget {
        if (maxSteps < 1) {
            throw new IllegalArgumentException("Invalid max-steps: " + maxSteps + " (expected at least 1)");
        }
        if (maxSamples != null && maxSamples < 1) {
            throw new IllegalArgumentException("Invalid max-samples: " + maxSamples + " (expected at least 1)");
        }
    }

    /** Number of steps that the budget allows at this batch size. */
    public long steps(long batchSize) {
        return maxSamples == null ? maxSteps : Math.min(maxSteps, maxSamples / batchSize);
    }
}
