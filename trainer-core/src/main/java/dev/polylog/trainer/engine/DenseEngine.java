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
    private final Task task;
    private final TwoLayerNetwork network;
    private final Sgd sgd;
    private final StreamKey key;
    private final Descent descent;
    private final Samples samples;
    private final float[] preActivations;
    private final float[] hiddenGradient;
    private final BackwardPass backward;

    DenseEngine(Task task, TwoLayerNetwork network, Sgd sgd, StreamKey key) {
        this.task = task;
        this.network = network;
        this.sgd = sgd;
        this.key = key;
        this.descent = new Descent(network, sgd);
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
            if (sgd.layers().trainFirst()) {
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
        }
        descent.apply(hiddenGradient, backward.outputGradient());
        return backward.loss() / sgd.batchSize();
    }

    @Override
    public SeenSamples testSamples(int size) {
        return new DenseSeenSamples(task, network, key, size);
    }
}
