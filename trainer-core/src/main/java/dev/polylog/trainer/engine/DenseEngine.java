package dev.polylog.trainer.engine;

import dev.polylog.trainer.linalg.Blas;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Samples;
import dev.polylog.trainer.task.Task;

/**
 * SGD with the minibatch in memory, chunk by chunk: two matrix products a chunk, O(m d p) a step.
 *
 * <p>With {@code H = X W'} the pre-activations (m x p) and {@code D_ij = l'_i 1[h_ij > 0]} the back-propagated signal, a
 * step is
 *
 * <pre>
 * w_j -= (eta / m) a_j (D'X)_j
 * a_j -= (eta / m) sum_i l'_i relu(h_ij)
 * </pre>
 *
 * both from the parameters before it. Products are in single precision; outputs, losses and the gradient of the second
 * layer are summed in double.
 */
final class DenseEngine implements Engine {
    private final TwoLayerNetwork network;
    private final Sgd sgd;
    private final Samples samples;
    private final float[] preActivations;
    private final float[] hiddenGradient;
    private final BackwardPass backward;

    DenseEngine(Task task, TwoLayerNetwork network, Sgd sgd, StreamKey key) {
        this.network = network;
        this.sgd = sgd;
        this.samples = Samples.training(task, key, sgd.batchSize());
        this.preActivations =
                new float[Math.addExact(Math.multiplyExact(samples.maxRows(), network.width()), LaneKernel.MARGIN)];
        this.hiddenGradient = new float[network.hiddenWeights().length];
        this.backward = new BackwardPass(network, samples.maxRows());
    }

    @Override
    public double step(long step) {
        samples.moveTo(step);
        backward.begin();
        for (int chunk = 0; chunk < samples.chunks(); chunk++) {
            int rows = samples.draw(chunk);
            network.preActivations(samples.inputs(), rows, preActivations);
            backward.apply(samples.labels(), preActivations, rows, network.width());
            Blas.transposedMultiply(
                    1f,
                    preActivations,
                    samples.inputs(),
                    chunk == 0 ? 0f : 1f,
                    hiddenGradient,
                    rows,
                    network.width(),
                    network.d());
        }
        descend();
        return backward.loss() / sgd.batchSize();
    }

    private void descend() {
        float[] w = network.hiddenWeights();
        float[] a = network.outputWeights();
        double rate = sgd.stepSize() / sgd.batchSize();
        int d = network.d();
        for (int j = 0; j < a.length; j++) {
            float hiddenRate = (float) (rate * a[j]);
            for (int k = j * d; k < (j + 1) * d; k++) {
                w[k] -= hiddenRate * hiddenGradient[k];
            }
            backward.descend(rate, j);
        }
    }
}
