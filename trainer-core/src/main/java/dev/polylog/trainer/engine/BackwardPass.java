package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.LogisticLoss;
import dev.polylog.trainer.network.TwoLayerNetwork;
import java.util.Arrays;

/**
 * From the pre-activations of samples to their losses and to the back-propagated signal {@code D_ij = l'_i 1[h_ij > 0]}, and
 * the gradient of the second layer on the way. In double, but for D.
 */
final class BackwardPass {
    /** The bits of positive numbers and infinity, as integers, are 1 to this. */
    private static final int INFINITY = 0x7f800000;

    private final TwoLayerNetwork network;
    private final double[] outputGradient;
    private final double[] outputs;
    private double loss;

    /** @param maxRows most samples at a time */
    BackwardPass(TwoLayerNetwork network, int maxRows) {
        this.network = network;
        this.outputGradient = new double[network.width()];
        this.outputs = new double[maxRows];
    }

    /** Begins a minibatch. */
    void begin() {
        Arrays.fill(outputGradient, 0);
        loss = 0;
    }

    /**
     * Replaces the pre-activations of samples by D.
     *
     * @param signals rows x stride, the first {@code width} columns the pre-activations
     */
    void apply(float[] labels, float[] signals, int rows, int stride) {
        network.outputs(signals, rows, stride, outputs);
        for (int i = 0; i < rows; i++) {
            double margin = labels[i] * outputs[i];
            double decay = LogisticLoss.decay(margin);
            loss += LogisticLoss.valueAt(margin, decay);
            propagate(LogisticLoss.slopeAt(labels[i], margin, decay), signals, i * stride);
        }
    }

    /** The sum of the losses of the minibatch. */
    double loss() {
        return loss;
    }

    private void propagate(double slope, float[] signals, int offset) {
        int signal = Float.floatToRawIntBits((float) slope);
        for (int j = 0; j < outputGradient.length; j++) {
            outputGradient[j] += slope * Math.max(signals[offset + j], 0f);
        }
        // Signs are as good as random: a branch would be mispredicted half of the time.
        for (int j = offset; j < offset + outputGradient.length; j++) {
            int bits = Float.floatToRawIntBits(signals[j]);
            int positive = (-bits & (bits - (INFINITY + 1))) >> 31;
            signals[j] = Float.intBitsToFloat(signal & positive);
        }
    }

    /** Moves a weight of the second layer: {@code a_j -= rate sum_i l'_i relu(h_ij)}. */
    void descend(double rate, int j) {
        float[] a = network.outputWeights();
        a[j] = (float) (a[j] - rate * outputGradient[j]);
    }
}
