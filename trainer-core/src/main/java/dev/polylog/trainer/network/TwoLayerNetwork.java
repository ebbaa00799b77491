package dev.polylog.trainer.network;

import dev.polylog.trainer.linalg.Blas;

/**
 * {@code f(x) = c sum_j a_j s(w_j . x + b_j)}: the weights of an {@link Architecture}. Mutable: an engine moves them in place.
 */
public final class TwoLayerNetwork {
    private final Architecture architecture;
    private final int width;
    private final int d;
    private final float[] hiddenWeights;
    private final float[] biases;
    private final float[] outputWeights;

    /**
     * @param hiddenWeights w: width x d, row-major; kept, not copied
     * @param biases b: width, or empty without biases; kept, not copied
     * @param outputWeights a: width; kept, not copied
     */
    public TwoLayerNetwork(
            Architecture architecture, int d, float[] hiddenWeights, float[] biases, float[] outputWeights) {
        int p = architecture.width();
        int expected = architecture.bias().isTrained() ? p : 0;
        if (hiddenWeights.length != p * d || outputWeights.length != p || biases.length != expected) {
            throw new IllegalArgumentException("Invalid weights: " + hiddenWeights.length + ", " + biases.length
                    + " and " + outputWeights.length + " (expected " + p + " x " + d + ", " + expected + " and " + p
                    + ")");
        }
        this.architecture = architecture;
        this.width = p;
        this.d = d;
        this.hiddenWeights = hiddenWeights;
        this.biases = biases;
        this.outputWeights = outputWeights;
    }

    /** A mean-field ReLU network without biases. */
    public TwoLayerNetwork(int width, int d, float[] hiddenWeights, float[] outputWeights) {
        this(Architecture.ofWidth(width), d, hiddenWeights, new float[0], outputWeights);
    }

    /** The same network with another first layer: width x d, kept, not copied. */
    public TwoLayerNetwork withHiddenWeights(float[] others) {
        return new TwoLayerNetwork(architecture, d, others, biases, outputWeights);
    }

    /** A network of equal weights that moves by itself. */
    public TwoLayerNetwork copy() {
        return new TwoLayerNetwork(architecture, d, hiddenWeights.clone(), biases.clone(), outputWeights.clone());
    }

    public Architecture architecture() {
        return architecture;
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

    public boolean hasBiases() {
        return biases.length > 0;
    }

    /** b: width, or empty without biases. The live array. */
    public float[] biases() {
        return biases;
    }

    /** a: width. The live array. */
    public float[] outputWeights() {
        return outputWeights;
    }

    /**
     * Pre-activations {@code w_j . x_i + b_j} of a batch.
     *
     * @param inputs rows x d
     * @param preActivations rows x width, overwritten
     */
    public void preActivations(float[] inputs, int rows, float[] preActivations) {
        if (!hasBiases()) {
            Blas.multiplyTransposed(inputs, hiddenWeights, preActivations, rows, d, width);
            return;
        }
        for (int i = 0; i < rows; i++) {
            System.arraycopy(biases, 0, preActivations, i * width, width);
        }
        Blas.addMultiplyTransposed(inputs, hiddenWeights, preActivations, rows, d, width);
    }

    /** {@code f} of the row of pre-activations that starts at {@code offset}. */
    public double output(float[] preActivations, int offset) {
        Activation s = architecture.activation();
        double sum = 0;
        for (int j = 0; j < width; j++) {
            sum += outputWeights[j] * s.value(preActivations[offset + j]);
        }
        return sum / architecture.divisor();
    }

    /**
     * {@code f} at a point.
     *
     * @param z its first coordinates; all others are zero
     */
    public double outputAt(double... z) {
        Activation s = architecture.activation();
        double sum = 0;
        for (int j = 0; j < width; j++) {
            sum += outputWeights[j] * s.value(preActivation(j, z));
        }
        return sum / architecture.divisor();
    }

    /**
     * {@code w_j . x + b_j} at a point.
     *
     * @param z its first coordinates; all others are zero
     */
    public double preActivation(int j, double... z) {
        double preActivation = 0;
        for (int k = 0; k < z.length; k++) {
            preActivation += hiddenWeights[j * d + k] * z[k];
        }
        return hasBiases() ? preActivation + biases[j] : preActivation;
    }

    /** Whether every weight is finite. A double sum of floats cannot overflow, so it is finite if and only if they are. */
    public boolean isFinite() {
        return Double.isFinite(sum(hiddenWeights) + sum(biases) + sum(outputWeights));
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
