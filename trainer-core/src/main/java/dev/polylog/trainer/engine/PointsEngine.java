package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.Activation;
import dev.polylog.trainer.network.LossPass;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.InputLaw.FourPoints;
import dev.polylog.trainer.task.Samples;
import dev.polylog.trainer.task.Task;
import java.util.Arrays;

/**
 * The step on minibatches that hold each of the four points equally often: O(p) whatever the dimension and the batch, since
 * nothing is drawn, four pre-activations a neuron are all there is, and the other coordinates of an input are zero.
 *
 * <p>The formula is that of the {@link DenseEngine} with its sums over equal samples taken at once, in double.
 */
final class PointsEngine implements Engine {
    private static final int POINTS = FourPoints.COUNT;

    private final Task task;
    private final TwoLayerNetwork network;
    private final StreamKey key;
    private final Descent descent;
    private final Activation activation;
    private final LossPass losses;
    private final float[] labels;
    /** h, points x width; then D. */
    private final double[] signals;

    private final double[] outputs = new double[POINTS];
    /** Samples at each point. */
    private final double multiplicity;

    private final float[] planarGradient;
    private final double[] biasGradient;
    private final double[] outputGradient;

    PointsEngine(Task task, TwoLayerNetwork network, Training training, StreamKey key) {
        this.task = task;
        this.network = network;
        this.key = key;
        this.descent = new Descent(network, training);
        this.activation = network.architecture().activation();
        this.losses = training.loss().pass(POINTS);
        Samples points = Samples.training(task, key, POINTS);
        points.moveTo(1);
        points.draw(0);
        this.labels = Arrays.copyOf(points.labels(), POINTS);
        this.signals = new double[Math.multiplyExact(POINTS, network.width())];
        this.multiplicity = training.batchSize() / (double) POINTS;
        this.planarGradient = new float[2 * network.width()];
        this.biasGradient = new double[network.biases().length];
        this.outputGradient = new double[network.width()];
    }

    /** Bytes of the engine, but for samples and optimiser. */
    static double bytes(Workload workload) {
        return workload.width() * (Double.BYTES * (POINTS + 2.0) + Float.BYTES * 2.0);
    }

    @Override
    public double step(long step) {
        descent.begin(step);
        forward();
        double divisor = network.architecture().divisor();
        double loss = losses.differentiate(labels, outputs, POINTS, divisor, 0);
        backward();
        descent.moveHidden(planarGradient, 0, 2);
        descent.moveBiases(biasGradient);
        descent.moveOutputs(outputGradient);
        return loss / POINTS;
    }

    /** Pre-activations, and outputs still without their factor. */
    private void forward() {
        int d = network.d();
        float[] w = network.hiddenWeights();
        Arrays.fill(outputs, 0);
        for (int j = 0; j < network.width(); j++) {
            double w1 = w[j * d];
            double w2 = w[j * d + 1];
            double b = biasGradient.length > 0 ? network.biases()[j] : 0;
            double a = network.outputWeights()[j];
            for (int point = 0; point < POINTS; point++) {
                double h = FourPoints.x1(point) * w1 + FourPoints.x2(point) * w2 + b;
                signals[j * POINTS + point] = h;
                outputs[point] += a * activation.value(h);
            }
        }
    }

    /** Gradients of all layers, as sums over the minibatch. */
    private void backward() {
        for (int j = 0; j < network.width(); j++) {
            double sum1 = 0;
            double sum2 = 0;
            double sum = 0;
            double ofOutput = 0;
            for (int point = 0; point < POINTS; point++) {
                double h = signals[j * POINTS + point];
                double signal = outputs[point] * activation.slope(h);
                sum1 += FourPoints.x1(point) * signal;
                sum2 += FourPoints.x2(point) * signal;
                sum += signal;
                ofOutput += outputs[point] * activation.value(h);
            }
            planarGradient[2 * j] = (float) (multiplicity * sum1);
            planarGradient[2 * j + 1] = (float) (multiplicity * sum2);
            outputGradient[j] = multiplicity * ofOutput;
            if (biasGradient.length > 0) {
                biasGradient[j] = multiplicity * sum;
            }
        }
    }

    @Override
    public SeenSamples testInputs(int size) {
        return new DenseSeenSamples(task, network, key, size);
    }
}
