package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Task;

/** What labels and network see of an input, for the network as it is; factored once between two moves of the first layer. */
final class Projection {
    private final LatentWeights weights;
    private final Subspace subspace;
    private boolean isCurrent;

    Projection(Task task, TwoLayerNetwork network, StreamKey key) {
        this.weights = new LatentWeights(task, network, key);
        this.subspace = new Subspace(network.width(), task.d(), weights.labelColumns());
    }

    /** Factors anew if the first layer has moved. */
    void refresh() {
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
}
