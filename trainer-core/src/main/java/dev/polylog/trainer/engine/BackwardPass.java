package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.Activation;
import dev.polylog.trainer.network.Loss;
import dev.polylog.trainer.network.LossPass;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.vector.Passes;
import dev.polylog.trainer.vector.Raced;
import java.util.Arrays;

/**
 * From the pre-activations of samples to their losses and to the back-propagated signal {@code D_ij = l'_i s'(h_ij)}, and
 * the gradients of biases and second layer on the way. In double, but for D.
 */
final class BackwardPass {
    private static final int LANES = Passes.LANES;

    private final Raced<Passes> passes;
    private final TwoLayerNetwork network;
    private final Activation activation;
    private final LossPass losses;
    private final int width;
    private final int blocks;
    private final double[] outputWeights;
    private final double[] outputGradient;
    private final double[] biasGradient;
    private final double[] lanes = new double[LANES];
    private final double[] outputs;
    private double lossSum;

    /** @param maxRows most samples at a time */
    BackwardPass(TwoLayerNetwork network, Loss loss, int maxRows) {
        this.network = network;
        this.activation = network.architecture().activation();
        this.passes = activation.passes();
        this.losses = loss.pass(maxRows);
        this.width = network.width();
        this.blocks = width / LANES;
        this.outputWeights = new double[width];
        this.outputGradient = new double[width];
        this.biasGradient = new double[network.biases().length];
        this.outputs = new double[maxRows];
    }

    /** Bytes of passes over {@code rows} samples at a time. */
    static double bytes(double width, double rows) {
        return Double.BYTES * (3 * width + rows) + LossPass.BYTES * rows;
    }

    /** Begins a minibatch. */
    void begin() {
        Arrays.fill(outputGradient, 0);
        Arrays.fill(biasGradient, 0);
        for (int j = 0; j < width; j++) {
            outputWeights[j] = network.outputWeights()[j];
        }
        lossSum = 0;
    }

    /**
     * Replaces the pre-activations of samples by D.
     *
     * @param signals rows x stride and {@link Passes#MARGIN}, the first {@code width} columns the pre-activations
     */
    void apply(float[] labels, float[] signals, int rows, int stride) {
        Passes kernel = passes.begin();
        kernel.outputs(signals, 0, stride, LANES, blocks, rows, outputWeights, lanes, outputs);
        addLastOutputs(signals, rows, stride);
        lossSum = losses.differentiate(
                labels, outputs, rows, network.architecture().divisor(), lossSum);
        kernel.backPropagate(signals, 0, stride, LANES, blocks, rows, outputs, outputGradient);
        propagateLast(signals, rows, stride);
        passes.end((double) rows * width);
        addColumns(signals, rows, stride);
    }

    /** The neurons beyond the last full block. */
    private void addLastOutputs(float[] signals, int rows, int stride) {
        int last = blocks * LANES;
        for (int i = 0; i < rows && last < width; i++) {
            double sum = outputs[i];
            for (int j = last; j < width; j++) {
                sum += activation.value(signals[i * stride + j]) * outputWeights[j];
            }
            outputs[i] = sum;
        }
    }

    private void propagateLast(float[] signals, int rows, int stride) {
        int last = blocks * LANES;
        for (int i = 0; i < rows && last < width; i++) {
            double slope = outputs[i];
            for (int j = last; j < width; j++) {
                float preActivation = signals[i * stride + j];
                outputGradient[j] += activation.value(preActivation) * slope;
                double slopeThere = activation.slope(preActivation);
                signals[i * stride + j] = slopeThere == 0 ? 0f : (float) (slopeThere * slope);
            }
        }
    }

    /** Sums of the columns of D. */
    private void addColumns(float[] signals, int rows, int stride) {
        for (int i = 0; i < rows && biasGradient.length > 0; i++) {
            for (int j = 0; j < width; j++) {
                biasGradient[j] += signals[i * stride + j];
            }
        }
    }

    /** {@code l'_i} of the samples that were last passed through: rows. The live array. */
    double[] slopes() {
        return outputs;
    }

    /** The sum of the losses of the minibatch. */
    double loss() {
        return lossSum;
    }

    /** {@code sum_i D_ij}, the gradient of the biases: width, or empty without biases. The live array. */
    double[] biasGradient() {
        return biasGradient;
    }

    /** {@code sum_i l'_i s(h_ij)}, the gradient of the second layer: width. The live array. */
    double[] outputGradient() {
        return outputGradient;
    }
}
