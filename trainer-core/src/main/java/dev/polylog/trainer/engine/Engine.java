package dev.polylog.trainer.engine;

import java.util.Optional;

/** Moves a network by steps of SGD. Bound to one network and one random stream; not thread-safe. */
public sealed interface Engine
        permits DenseEngine, DoubleEngine, ProjectedEngine, BitpackedEngine, PointsEngine, GramEngine, LimitEngine {

    /**
     * Takes one step.
     *
     * @param step number of the step, from 1; with the stream's key it determines the minibatch
     * @return mean loss over the minibatch, at the parameters before the step
     */
    double step(long step);

    /**
     * What stands for all inputs with clean labels: fresh test samples, as the engine draws them at least cost, or their means.
     *
     * @param size samples a checkpoint, where there are samples
     */
    TestInputs testInputs(int size);

    /** Begins to follow the weights as they are now; empty if their coordinates never turn, so that a copy will do. */
    default Optional<StartProducts> follow() {
        return Optional.empty();
    }

    /** Whether the network is in the axes of the labels, whatever the basis of the inputs. */
    default boolean keepsAxesOfLabels() {
        return false;
    }
}
