package dev.polylog.trainer.engine;

import dev.polylog.trainer.linalg.Blas;
import dev.polylog.trainer.network.Activation;
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
    private final Training training;
    private final StreamKey key;
    private final Samples samples;
    private final Descent descent;
    private final Activation activation;
    private final double[] w;
    private final double[] b;
    private final double[] a;
    private final double[] inputs;
    private final double[] signals;
    private final double[] hiddenGradient;
    private final double[] biasGradient;
    private final double[] outputGradient;

    DoubleEngine(Task task, TwoLayerNetwork network, Training training, StreamKey key) {
        this.task = task;
        this.network = network;
        this.training = training;
        this.key = key;
        this.samples = Samples.training(task, key, training.drawnSamples());
        this.descent = new Descent(network, training);
        this.activation = network.architecture().activation();
        this.w = widened(network.hiddenWeights());
        this.b = widened(network.biases());
        this.a = widened(network.outputWeights());
        this.inputs = new double[Math.multiplyExact(samples.maxRows(), task.rowLength())];
        this.signals = new double[Math.multiplyExact(samples.maxRows(), network.width())];
        this.hiddenGradient = new double[w.length];
        this.biasGradient = new double[b.length];
        this.outputGradient = new double[a.length];
    }

    /** Bytes of the engine, but for samples and optimiser. */
    static double bytes(Workload workload) {
        double rows = Samples.rows(workload.task().d(), workload.training().batchSize());
        return Double.BYTES
                * (2 * workload.parameters() + rows * (workload.task().d() + workload.width()));
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
        descent.begin(step);
        Arrays.fill(biasGradient, 0);
        Arrays.fill(outputGradient, 0);
        for (int chunk = 0; chunk < samples.chunks(); chunk++) {
            int rows = samples.draw(chunk);
            for (int i = 0; i < rows * d; i++) {
                inputs[i] = samples.inputs()[i];
            }
            for (int i = 0; i < rows && b.length > 0; i++) {
                System.arraycopy(b, 0, signals, i * width, width);
            }
            Blas.multiplyTransposed(inputs, w, b.length > 0 ? 1 : 0, signals, rows, d, width);
            for (int i = 0; i < rows; i++) {
                loss += backPropagate(samples.labels()[i], i * width);
            }
            if (descent.movesFirst()) {
                Blas.transposedMultiply(signals, inputs, chunk == 0 ? 0 : 1, hiddenGradient, rows, width, d);
            }
        }
        descent.move(w, b, a, hiddenGradient, biasGradient, outputGradient);
        return loss / training.batchSize();
    }

    /** Replaces the pre-activations of one sample by its row of D, and returns its loss. */
    private double backPropagate(double label, int from) {
        double output = 0;
        for (int j = 0; j < a.length; j++) {
            output += a[j] * activation.value(signals[from + j]);
        }
        output /= network.architecture().divisor();
        double slope = training.loss().slope(label, output);
        for (int j = 0; j < a.length; j++) {
            outputGradient[j] += slope * activation.value(signals[from + j]);
            signals[from + j] = slope * activation.slope(signals[from + j]);
        }
        for (int j = 0; j < b.length; j++) {
            biasGradient[j] += signals[from + j];
        }
        return training.loss().value(label, output);
    }

    @Override
    public SeenSamples testInputs(int size) {
        return new DenseSeenSamples(task, network, key, size);
    }
}
