package dev.polylog.trainer.observe;

import dev.polylog.trainer.network.TwoLayerNetwork;

/** The first layer as it was before the first step, to compare later ones with. */
final class FirstLayer {
    private final int d;
    private final float[] weights;

    /** Keeps a copy of the weights, in the axes of the labels. */
    FirstLayer(TwoLayerNetwork network) {
        this.d = network.d();
        this.weights = network.hiddenWeights().clone();
    }

    /** Angle between a neuron's weights now and then, in radians; not a number if one of them is zero. */
    double angle(TwoLayerNetwork network, int j) {
        double product = 0;
        for (int k = j * d; k < (j + 1) * d; k++) {
            product += (double) weights[k] * network.hiddenWeights()[k];
        }
        double cosine = product / (norm(weights, j, d) * norm(network.hiddenWeights(), j, d));
        return StrictMath.acos(Math.max(-1, Math.min(1, cosine)));
    }

    /** Norm of a neuron's weights over what it was; not a number if that was zero. */
    double growth(TwoLayerNetwork network, int j) {
        return norm(network.hiddenWeights(), j, d) / norm(weights, j, d);
    }

    /** Norm of row j of a matrix of d columns. */
    static double norm(float[] matrix, int j, int d) {
        double square = 0;
        for (int k = j * d; k < (j + 1) * d; k++) {
            square += (double) matrix[k] * matrix[k];
        }
        return Math.sqrt(square);
    }
}
