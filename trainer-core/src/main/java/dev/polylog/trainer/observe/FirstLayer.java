package dev.polylog.trainer.observe;

import dev.polylog.trainer.engine.StartProducts;
import dev.polylog.trainer.network.TwoLayerNetwork;
import org.jspecify.annotations.Nullable;

/** The first layer as it was before the first step, to compare later ones with. */
final class FirstLayer {
    private final int d;
    private final float[] weights;
    private final @Nullable StartProducts products;

    /**
     * Keeps a copy of the weights, in the axes of the labels.
     *
     * @param products what the engine knows of them, where their coordinates turn
     */
    FirstLayer(TwoLayerNetwork network, @Nullable StartProducts products) {
        this.products = products;
        this.d = network.d();
        this.weights = network.hiddenWeights().clone();
    }

    private double product(TwoLayerNetwork network, int j) {
        if (products != null) {
            return products.product(j);
        }
        double product = 0;
        for (int k = j * d; k < (j + 1) * d; k++) {
            product += (double) weights[k] * network.hiddenWeights()[k];
        }
        return product;
    }

    /** Angle between a neuron's weights now and then, in radians; not a number if one of them is zero. */
    double angle(TwoLayerNetwork network, int j) {
        double cosine = product(network, j) / (norm(weights, j, d) * norm(network.hiddenWeights(), j, d));
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
