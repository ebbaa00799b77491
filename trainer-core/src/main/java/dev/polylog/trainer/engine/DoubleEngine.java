package dev.polylog.trainer.engine;

import dev.polylog.trainer.linalg.Blas;
import dev.polylog.trainer.network.LogisticLoss;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Samples;
import dev.polylog.trainer.task.Task;
import java.util.Arrays;

/**
 * The dense step in double precision, on the samples of the {@link DenseEngine}: an oracle for the others, and a check of
 * what rounding does to a trajectory. Weights are kept in double from step to step; the network shows them rounded.
 */
final class DoubleEngine implements Engine {
    private final Task task;
    private final TwoLayerNetwork network;
    private final Sgd sgd;
    private final StreamKey key;
    private final Samples samples;
    private final double[] w;
    private final double[] a;
    private final double[] inputs;
    private final double[] signals;
    private final double[] hiddenGradient;
    private final double[] outputGradient;

    DoubleEngine(Task task, TwoLayerNetwork network, Sgd sgd, StreamKey key) {
        this.task = task;
        this.network = network;
        this.sgd = sgd;
        this.key = key;
        this.samples = Samples.training(task, key, sgd.batchSize());
        this.w = widened(network.hiddenWeights());
        this.a = widened(network.outputWeights());
        this.inputs = new double[Math.multiplyExact(samples.maxRows(), task.d())];
        this.signals = new double[Math.multiplyExact(samples.maxRows(), network.width())];
        this.hiddenGradient = new double[w.length];
        this.outputGradient = new double[a.length];
    }

    private static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    @Override
    public double step(long step) {
        int d = network.d();
        int width = network.width();
        double loss = 0;
        samples.moveTo(step);
        Arrays.fill(outputGradient, 0);
        for (int chunk = 0; chunk < samples.chunks(); chunk++) {
            int rows = samples.draw(chunk);
            for (int i = 0; i < rows * d; i++) {
                inputs[i] = samples.inputs()[i];
            }
            Blas.multiplyTransposed(inputs, w, signals, rows, d, width);
            for (int i = 0; i < rows; i++) {
                loss += backPropagate(samples.labels()[i], i * width);
            }
            if (sgd.layers().trainFirst()) {
                Blas.transposedMultiply(signals, inputs, chunk == 0 ? 0 : 1, hiddenGradient, rows, width, d);
            }
        }
        descend();
        return loss / sgd.batchSize();
    }

    /** Replaces the pre-activations of one sample by its row of D, and returns its loss. */
    private double backPropagate(double label, int from) {
        double output = 0;
        for (int j = 0; j < a.length; j++) {
            output += a[j] * Math.max(signals[from + j], 0);
        }
        output /= a.length;
        double slope = LogisticLoss.slope(label, output);
        for (int j = 0; j < a.length; j++) {
            outputGradient[j] += slope * Math.max(signals[from + j], 0);
            signals[from + j] = signals[from + j] > 0 ? slope : 0;
        }
        return LogisticLoss.value(label, output);
    }

    private void descend() {
        double rate = sgd.stepSize() / sgd.batchSize();
        int d = network.d();
        for (int j = 0; j < a.length; j++) {
            for (int k = j * d; k < (j + 1) * d && sgd.layers().trainFirst(); k++) {
                w[k] -= rate * a[j] * hiddenGradient[k];
                network.hiddenWeights()[k] = (float) w[k];
            }
            if (sgd.layers().trainSecond()) {
                a[j] -= rate * outputGradient[j];
                network.outputWeights()[j] = (float) a[j];
            }
        }
    }

    @Override
    public SeenSamples testSamples(int size) {
        return new DenseSeenSamples(task, network, key, size);
    }
}
