package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Task;

/** What labels and network see of an input, for the network as it is; factored once between two moves of the first layer. */
final class Projection implements Sight {
    private final LatentWeights weights;
    private final Subspace subspace;
    private boolean isCurrent;

    Projection(Task task, TwoLayerNetwork network, StreamKey key) {
        this.weights = new LatentWeights(task, network, key);
        this.subspace = new Subspace(network.width(), task.rowLength(), weights.labelColumns());
    }

    /** Factors anew if the first layer has moved. */
    @Override
    public void refresh() {
        if (!isCurrent) {
            subspace.span(weights.read());
            isCurrent = true;
        }
    }

    /** Tells that the first layer has moved. */
    void expire() {
        isCurrent = false;
    }

    LatentWeights weights() {
        return weights;
    }

    Subspace subspace() {
        return subspace;
    }

    @Override
    public int size() {
        return subspace.size();
    }

    @Override
    public int mostRank() {
        return subspace.size();
    }

    @Override
    public int rank() {
        return subspace.rank();
    }

    @Override
    public float[] factor() {
        return subspace.factor();
    }

    @Override
    public float[] biases() {
        return weights.biases();
    }

    @Override
    public float[] planar() {
        return weights.planar();
    }
}
