package dev.polylog.trainer.network;

/** A pass through losses and slopes of a minibatch, or of a part of it. Not thread-safe. */
public sealed interface LossPass permits PointwiseLossPass, LogisticLossPass {
    /** Bytes a sample that any pass needs at most. */
    int BYTES = 2 * Double.BYTES;

    /**
     * Differentiates.
     *
     * @param labels t: rows
     * @param outputs rows; f times the divisor, replaced by dl/df
     * @param divisor by which sums over neurons become f
     * @param sum losses of the rows before
     * @return the sum with the losses of these rows
     */
    double differentiate(float[] labels, double[] outputs, int rows, double divisor, double sum);
}
