package dev.polylog.trainer.engine;

/**
 * Minibatch stochastic gradient descent.
 *
 * @param batchSize m, samples a step
 * @param stepSize eta, in mean-field time: gradients are scaled by the width
 * @param layers which layers are trained
 * @param precision the arithmetic of a step
 */
public record Sgd(int batchSize, double stepSize, Layers layers, Precision precision) {
    public Sgd {
        if (batchSize < 1) {
            throw new IllegalArgumentException("Invalid batch-size: " + batchSize + " (expected at least 1)");
        }
        if (!(stepSize >= 0 && Double.isFinite(stepSize))) {
            throw new IllegalArgumentException("Invalid step-size: " + stepSize + " (expected at least 0)");
        }
    }

    /** Both layers, in single precision. */
    public Sgd(int batchSize, double stepSize) {
        this(batchSize, stepSize, Layers.BOTH, Precision.SINGLE);
    }
}
