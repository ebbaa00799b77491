package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.LogisticLoss;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.vector.Race;
import java.util.Arrays;

/**
 * From the pre-activations of samples to their losses and to the back-propagated signal {@code D_ij = l'_i 1[h_ij > 0]}, and
 * the gradient of the second layer on the way. In double, but for D.
 */
final class BackwardPass {
    private static final int LANES = LaneKernel.LANES;

    /** Shared by all runs of this process; what it decides has no influence on bits. */
    private static final Race RACE = new Race();

    private final LaneRace race = new LaneRace(RACE);
    private final TwoLayerNetwork network;
    private final int width;
    private final int blocks;
    private final double[] outputWeights;
    private final double[] outputGradient;
    private final double[] lanes = new double[LANES];
    private final double[] outputs;
    private double loss;

    /** @param maxRows most samples at a time */
    BackwardPass(TwoLayerNetwork network, int maxRows) {
        this.network = network;
        this.width = network.width();
        this.blocks = width / LANES;
        this.outputWeights = new double[width];
        this.outputGradient = new double[width];
        this.outputs = new double[maxRows];
    }

    /** Begins a minibatch. */
    void begin() {
        Arrays.fill(outputGradient, 0);
        for (int j = 0; j < width; j++) {
            outputWeights[j] = network.outputWeights()[j];
        }
        loss = 0;
    }

    /**
     * Replaces the pre-activations of samples by D.
     *
     * @param signals rows x stride and {@link LaneKernel#MARGIN}, the first {@code width} columns the pre-activations
     */
    void apply(float[] labels, float[] signals, int rows, int stride) {
        LaneKernel kernel = race.begin();
        kernel.outputs(signals, 0, stride, LANES, blocks, rows, outputWeights, lanes, outputs);
        addLastOutputs(signals, rows, stride);
        for (int i = 0; i < rows; i++) {
            double margin = labels[i] * (outputs[i] / width);
            double decay = LogisticLoss.decay(margin);
            loss += LogisticLoss.valueAt(margin, decay);
            outputs[i] = LogisticLoss.slopeAt(labels[i], margin, decay);
        }
        kernel.backPropagate(signals, 0, stride, LANES, blocks, rows, outputs, outputGradient);
        propagateLast(signals, rows, stride);
        race.end((double) rows * width);
    }

    /** The neurons beyond the last full block. */
    private void addLastOutputs(float[] signals, int rows, int stride) {
        int last = blocks * LANES;
        for (int i = 0; i < rows && last < width; i++) {
            double sum = outputs[i];
            for (int j = last; j < width; j++) {
                sum += Math.max(signals[i * stride + j], 0f) * outputWeights[j];
            }
            outputs[i] = sum;
        }
    }

    private void propagateLast(float[] signals, int rows, int stride) {
        int last = blocks * LANES;
        for (int i = 0; i < rows && last < width; i++) {
            float signal = (float) outputs[i];
            for (int j = last; j < width; j++) {
                float preActivation = signals[i * stride + j];
                outputGradient[j] += Math.max(preActivation, 0f) * outputs[i];
                signals[i * stride + j] = preActivation <= 0 ? 0f : signal;
            }
        }
    }

    /** The sum of the losses of the minibatch. */
    double loss() {
        return loss;
    }

    /** {@code sum_i l'_i relu(h_ij)}, the gradient of the second layer: width. The live array. */
    double[] outputGradient() {
        return outputGradient;
    }
}
