package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.LogisticLoss;
import dev.polylog.trainer.network.TwoLayerNetwork;
import java.util.Arrays;

/**
 * From the pre-activations of a sample to its loss and to its row of the back-propagated signal
 * {@code D_ij = l'_i 1[h_ij > 0]}, and the gradient of the second layer on the way. In double, but for D.
 */
final class BackwardPass {
    private final TwoLayerNetwork network;
    private final double[] outputGradient;

    BackwardPass(TwoLayerNetwork network) {
        this.network = network;
        this.outputGradient = new double[network.width()];
    }

    /** Begins a minibatch. */
    void begin() {
        Arrays.fill(outputGradient, 0);
    }

    /**
     * Replaces the pre-activations of a sample, from {@code offset} on, by its row of D.
     *
     * @return the loss of the sample
     */
    double apply(double label, float[] preActivations, int offset) {
        double output = network.output(preActivations, offset);
        double slope = LogisticLoss.slope(label, output);
        float signal = (float) slope;
        for (int j = 0; j < outputGradient.length; j++) {
            float preActivation = preActivations[offset + j];
            outputGradient[j] += slope * Math.max(preActivation, 0f);
            preActivations[offset + j] = preActivation > 0 ? signal : 0f;
        }
        return LogisticLoss.value(label, output);
    }

    /** Moves a weight of the second layer: {@code a_j -= rate sum_i l'_i relu(h_ij)}. */
    void descend(double rate, int j) {
        float[] a = network.outputWeights();
        a[j] = (float) (a[j] - rate * outputGradient[j]);
    }
}
