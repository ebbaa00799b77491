package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Basis;
import dev.polylog.trainer.task.Coloring;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Task;

/**
 * The first layer as what is drawn meets it. With inputs {@code x = O (c + A z)}, a pre-activation is
 * {@code w.x = (O'w).c + (A O'w).z}: the latent weights are {@code A O'w}, and of {@code v = O'w} only the part in the plane
 * of the centres counts.
 *
 * <p>Where there are no centres and A O' is the identity, the latent weights are the weights themselves, and so are gradients.
 */
final class LatentWeights {
    private final TwoLayerNetwork network;
    private final Coloring coloring;
    private final float[] latent;
    private final float[] planar;
    private final float[] labelColumns;

    LatentWeights(Task task, TwoLayerNetwork network, StreamKey key) {
        int k = task.target().coordinates();
        int d = task.rowLength();
        this.network = network;
        this.coloring = task.coloring(key);
        boolean haveCentres = task.inputs() instanceof InputLaw.Clusters;
        this.latent = new float[coloring.isIdentity() && !haveCentres ? 0 : network.hiddenWeights().length];
        this.planar = new float[2 * network.width()];
        this.labelColumns = new float[Math.multiplyExact(k, d)];
        for (int i = 0; i < k; i++) {
            labelColumns[i * d + i] = 1;
        }
        coloring.color(labelColumns, k);
    }

    /** Bytes of the label columns and, where they are others than the weights themselves, of the latent weights. */
    static double bytes(Workload workload) {
        Task task = workload.task();
        boolean areWeights =
                task.inputs() instanceof InputLaw.Gaussian && task.basis() == Basis.AXES && task.anisotropy() == 0;
        double columns = (double) task.target().coordinates() * task.d();
        return Float.BYTES * (columns + 2.0 * workload.width() + (areWeights ? 0 : workload.weights()));
    }

    /** Biases of the neurons, in no need of translation: width, or empty without biases. The live array. */
    float[] biases() {
        return network.biases();
    }

    /** Whether there is nothing to do: x = z. */
    boolean areWeights() {
        return latent.length == 0;
    }

    /** {@code A e_1 .. A e_k}: what is drawn makes of it the coordinates of the labels, k x d. */
    float[] labelColumns() {
        return labelColumns;
    }

    /** {@code A O'w_j} for the weights as they are now: width x d. The live array. */
    float[] read() {
        int width = network.width();
        if (areWeights()) {
            readPlane(network.hiddenWeights());
            return network.hiddenWeights();
        }
        System.arraycopy(network.hiddenWeights(), 0, latent, 0, latent.length);
        coloring.unrotate(latent, width);
        readPlane(latent);
        coloring.color(latent, width);
        return latent;
    }

    private void readPlane(float[] turned) {
        for (int j = 0; j < network.width(); j++) {
            planar[2 * j] = turned[j * network.d()];
            planar[2 * j + 1] = turned[j * network.d() + 1];
        }
    }

    /** The first two coordinates of {@code O'w_j}, as of the last {@link #read}: width x 2. */
    float[] planar() {
        return planar;
    }

    /**
     * Keeps a tile of the gradient by the latent weights, over those themselves.
     *
     * @param gradient width x columns
     * @param from first coordinate of the tile
     */
    void putGradient(float[] gradient, int from, int columns) {
        for (int j = 0; j < network.width(); j++) {
            System.arraycopy(gradient, j * columns, latent, j * network.d() + from, columns);
        }
    }

    /**
     * The gradient by the weights, {@code (G A + D'C) O'}, when all tiles of G have been put.
     *
     * @param ofCentres D'C: width x 2
     */
    float[] gradient(float[] ofCentres) {
        int width = network.width();
        coloring.color(latent, width);
        for (int j = 0; j < width; j++) {
            latent[j * network.d()] += ofCentres[2 * j];
            latent[j * network.d() + 1] += ofCentres[2 * j + 1];
        }
        coloring.rotate(latent, width);
        return latent;
    }
}
