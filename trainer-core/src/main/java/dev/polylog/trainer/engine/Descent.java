package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.TwoLayerNetwork;

/** Moves the layers that are trained, both by gradients at the parameters before. */
record Descent(TwoLayerNetwork network, Sgd sgd) {

    /**
     * {@code w_j -= (eta / m) a_j (D'X)_j} and {@code a_j -= (eta / m) sum_i l'_i relu(h_ij)}.
     *
     * @param hiddenGradient D'X: width x d
     * @param outputGradient one sum a neuron, or more
     */
    void apply(float[] hiddenGradient, double[] outputGradient) {
        if (sgd.layers().trainFirst()) {
            moveHidden(hiddenGradient, 0, network.d());
        }
        moveOutputs(outputGradient);
    }

    /**
     * Moves some coordinates of the first layer.
     *
     * @param gradient width x columns
     * @param from the first of the coordinates
     */
    void moveHidden(float[] gradient, int from, int columns) {
        float[] w = network.hiddenWeights();
        for (int j = 0; j < network.width(); j++) {
            float rate = (float) (rate() * network.outputWeights()[j]);
            int to = j * network.d() + from;
            int row = j * columns;
            for (int k = 0; k < columns; k++) {
                w[to + k] -= rate * gradient[row + k];
            }
        }
    }

    /** The second layer's part; after the first layer has moved by the old second layer. */
    void moveOutputs(double[] outputGradient) {
        if (!sgd.layers().trainSecond()) {
            return;
        }
        float[] a = network.outputWeights();
        for (int j = 0; j < a.length; j++) {
            a[j] = (float) (a[j] - rate() * outputGradient[j]);
        }
    }

    private double rate() {
        return sgd.stepSize() / sgd.batchSize();
    }
}
