package dev.polylog.trainer.ridge;

import dev.polylog.trainer.linalg.Blas;
import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * {@code phi_j(x) = activation(w_j . x) / sqrt(p)}, the features that the first layer of a network makes of an input while
 * it stays as it was drawn.
 */
public final class RandomFeatures {
    private final float[] weights;
    private final int width;
    private final int d;
    private final DoubleUnaryOperator activation;

    /**
     * @param weights w: width x d, row-major; kept, not copied
     * @param activation of pre-activations in single precision
     */
    public RandomFeatures(float[] weights, int width, int d, DoubleUnaryOperator activation) {
        if (weights.length != width * d) {
            throw new IllegalArgumentException(
                    "Invalid weights: " + weights.length + " (expected " + width + " x " + d + ")");
        }
        this.weights = weights;
        this.width = width;
        this.d = d;
        this.activation = activation;
    }

    /** p. */
    public int width() {
        return width;
    }

    public int d() {
        return d;
    }

    /**
     * Features {@code first} to {@code first + columns} of some inputs.
     *
     * @param inputs rows x d
     * @param features rows x columns, overwritten
     */
    void write(float[] inputs, int rows, int first, int columns, double[] features) {
        float[] preActivations = new float[rows * columns];
        float[] some = Arrays.copyOfRange(weights, first * d, (first + columns) * d);
        Blas.multiplyTransposed(inputs, some, preActivations, rows, d, columns);
        double scale = 1 / Math.sqrt(width);
        for (int i = 0; i < preActivations.length; i++) {
            features[i] = scale * activation.applyAsDouble(preActivations[i]);
        }
    }
}
