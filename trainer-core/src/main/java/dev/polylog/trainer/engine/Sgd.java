package dev.polylog.trainer.engine;

/**
 * Minibatch stochastic gradient descent on both layers.
 *
 * @param batchSize m, fresh samples a step
 * @param stepSize eta, in mean-field time: gradients are scaled by the width
 */
public record Sgd(int batchSize, double stepSize) {
    public Sgd {
        if (batchSize < 1) {
            throw new IllegalArgumentException("Invalid batch-size: " + batchSize + " (expected at least 1)");
        }
        if (!(stepSize >= 0 && Double.isFinite(stepSize))) {
            throw new IllegalArgumentException("Invalid step-size: " + stepSize + " (expected at least 0)");
        }
    }
}
