package dev.polylog.trainer.task;

/**
 * A learning problem.
 *
 * @param target the hidden function
 * @param inputs the law of x
 * @param d dimension of x
 * @param labelNoise probability that a training label is flipped; test labels are clean
 */
public record Task(TargetFunction target, InputLaw inputs, int d, double labelNoise) {
    public Task {
        if (d < target.coordinates()) {
            throw new IllegalArgumentException(
                    "Invalid d: " + d + " (" + target + " needs at least " + target.coordinates() + ")");
        }
        if (!(labelNoise >= 0 && labelNoise <= 1)) {
            throw new IllegalArgumentException("Invalid label-noise: " + labelNoise + " (expected 0 to 1)");
        }
    }
}
