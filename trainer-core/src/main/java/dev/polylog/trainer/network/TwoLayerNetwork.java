package dev.polylog.trainer.network;

import dev.polylog.trainer.linalg.Blas;

/**
 * {@code f(x) = (1/p) sum_j a_j relu(w_j . x)}, a two-layer ReLU network in mean-field scaling. Mutable: an engine moves
 * its weights in place.
 */
public final class TwoLayerNetwork {
    private final int width;
    private final int d;
    private final float[] hiddenWeights;
    private final float[] outputWeights;

    /**
     * @param hiddenWeights w: width x d, row-major; kept, not copied
     * @param outputWeights a: width; kept, not copied
     */
    public TwoLayerNetwork(int width, int d, float[] hiddenWeights, float[] outputWeights) {
        if (hiddenWeights.length != width * d || outputWeights.length != width) {
            throw new IllegalArgumentException("Invalid weights: " + hiddenWeights.length + " and "
                    + outputWeights.length + " (expected " + width + " x " + d + " and " + width + ")");
        }
        this.width = width;
        this.d = d;
        this.hiddenWeights = hiddenWeights;
        this.outputWeights = outputWeights;
    }

    public int width() {
        return width;
    }

    public int d() {
        return d;
    }

    /** w: width x d, row-major. The live array. */
    public float[] hiddenWeights() {
        return hiddenWeights;
    }

    /** a: width. The live array. */
    public float[] outputWeights() {
        return outputWeights;
    }

    /**
     * Pre-activations {@code w_j . x_i} of a batch.
     *
     * @param inputs rows x d
     * @param preActivations rows x width, overwritten
     */
    public void preActivations(float[] inputs, int rows, float[] preActivations) {
        Blas.multiplyTransposed(inputs, hiddenWeights, preActivations, rows, d, width);
    }

    /** {@code f} of the row of pre-activations that starts at {@code offset}. */
    public double output(float[] preActivations, int offset) {
        double sum = 0;
        for (int j = 0; j < width; j++) {
            sum += (double) outputWeights[j] * Math.max(preActivations[offset + j], 0f);
        }
        return sum / width;
    }

    /**
     * {@code f} at a point.
     *
     * @param z its first coordinates; all others are zero
     */
    public double outputAt(double... z) {
        double sum = 0;
        for (int j = 0; j < width; j++) {
            double preActivation = 0;
            for (int k = 0; k < z.length; k++) {
                preActivation += hiddenWeights[j * d + k] * z[k];
            }
            sum += outputWeights[j] * Math.max(preActivation, 0);
        }
        return sum / width;
    }

    /** Whether every weight is finite. A double sum of floats cannot overflow, so it is finite if and only if they are. */
    public boolean isFinite() {
        return Double.isFinite(sum(hiddenWeights) + sum(outputWeights));
    }

    private static double sum(float[] weights) {
        double even = 0;
        double odd = 0;
        int i = 0;
        for (; i + 1 < weights.length; i += 2) {
            even += weights[i];
            odd += weights[i + 1];
        }
        return i < weights.length ? even + odd + weights[i] : even + odd;
    }
}
