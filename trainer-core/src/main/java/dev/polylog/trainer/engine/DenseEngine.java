package dev.polylog.trainer.engine;

import dev.polylog.trainer.linalg.Blas;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Samples;
import dev.polylog.trainer.task.Task;
import dev.polylog.trainer.vector.Passes;

/**
 * SGD with the minibatch in memory, chunk by chunk: two matrix products a chunk, O(m d p) a step.
 *
 * <p>With {@code H = X W' + 1 b'} the pre-activations (m x p) and {@code D_ij = l'_i s'(h_ij)} the back-propagated signal, a
 * step of plain descent is
 *
 * <pre>
 * w_j -= (eta / m) a_j (D'X)_j
 * b_j -= (eta / m) a_j sum_i D_ij
 * a_j -= (eta / m) sum_i l'_i s(h_ij)
 * </pre>
 *
 * all from the parameters before it. Products are in single precision; outputs, losses and the gradient of the second
 * layer are summed in double.
 */
final class DenseEngine implements Engine {
    private final Task task;
    private final TwoLayerNetwork network;
    private final Training training;
    private final StreamKey key;
    private final Descent descent;
    private final Samples samples;
    private final float[] preActivations;
    private final float[] hiddenGradient;
    private final BackwardPass backward;

    DenseEngine(Task task, TwoLayerNetwork network, Training training, StreamKey key) {
        this.task = task;
        this.network = network;
        this.training = training;
        this.key = key;
        this.descent = new Descent(network, training);
        this.samples = Samples.training(task, key, training.drawnSamples());
        this.preActivations =
                new float[Math.addExact(Math.multiplyExact(samples.maxRows(), network.width()), Passes.MARGIN)];
        this.hiddenGradient = new float[network.hiddenWeights().length];
        this.backward = new BackwardPass(network, training.loss(), samples.maxRows());
    }

    /** Bytes of the engine, but for samples and optimiser. */
    static double bytes(Workload workload) {
        double width = workload.width();
        double rows = Samples.rows(workload.task().d(), workload.training().batchSize());
        return Float.BYTES * (rows * width + workload.weights()) + BackwardPass.bytes(width, rows);
    }

    @Override
    public double step(long step) {
        samples.moveTo(step);
        descent.begin(step);
        backward.begin();
        for (int chunk = 0; chunk < samples.chunks(); chunk++) {
            int rows = samples.draw(chunk);
            network.preActivations(samples.inputs(), rows, preActivations);
            backward.apply(samples.labels(), preActivations, rows, network.width());
            if (descent.movesFirst()) {
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
        descent.moveHidden(hiddenGradient, 0, network.d());
        descent.moveBiases(backward.biasGradient());
        descent.moveOutputs(backward.outputGradient());
        return backward.loss() / training.batchSize();
    }

    @Override
    public SeenSamples testInputs(int size) {
        return new DenseSeenSamples(task, network, key, size);
    }
}
