package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.NormalRows;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Task;
import java.util.Optional;

/** What an engine knows of itself before it starts: whom it serves, and what it takes. */
sealed interface EngineProfile
        permits DenseProfile, ProjectedProfile, BitpackedProfile, PointsProfile, GramProfile, LimitProfile {

    /** How the engine gets along without plain products, in words. */
    String idea();

    Engine start(Task task, TwoLayerNetwork network, Training training, StreamKey key);

    /** The vectors of which the first layer is made that the engine starts with. */
    default NormalRows rows(Workload workload) {
        return NormalRows.ofDimension(workload.task().d());
    }

    /** Whether it keeps the network in the axes of the labels, whatever the basis of the inputs. */
    default boolean keepsAxesOfLabels() {
        return false;
    }

    /** Whether it has the law of a limit of SGD in place of that of SGD. */
    default boolean isTheory() {
        return false;
    }

    /** Whether the engine draws the samples of a minibatch; one that does not takes minibatches of any size. */
    default boolean drawsSamples() {
        return true;
    }

    /** Numbers with which the engine keeps the first-layer weights of a neuron. */
    default long columns(Workload workload) {
        return workload.task().d();
    }

    /** Why the engine does not have the law of SGD for a workload, in words; empty if it does. */
    Optional<String> refusal(Workload workload);

    /** Whether {@code auto} may take it where it serves. */
    default boolean isOffered(Workload workload) {
        return true;
    }

    /**
     * Nanoseconds of a step of plain SGD. The constants are those of {@code docs/constants/engines.py} and belong to the
     * identity of runs: another value is another choice of {@code auto}, so they change with the version of the numerics
     * alone.
     */
    double nanoseconds(Workload workload, Speeds speeds);

    /** Nanoseconds that a step takes more than {@link #nanoseconds}, for what is not plain. */
    double extraNanoseconds(Workload workload);

    /** Nanoseconds of drawing test samples up to their pre-activations. */
    double testNanoseconds(Workload workload, int testSize, Speeds speeds);

    /** Bytes of the engine and its test samples, but for the state of the optimiser. */
    double bytes(Workload workload, int testSize);

    /** The longest array of the engine and its test samples. */
    Extent longestArray(Workload workload, int testSize);

    /** The refusal of an engine that draws what it learns from, step by step and in single precision. */
    static Optional<String> refusalOfFreshSingle(Workload workload) {
        int datasetSize = workload.task().datasetSize();
        if (datasetSize > 0) {
            return Optional.of("it draws fresh samples, and dataset-size is " + datasetSize);
        }
        return workload.training().precision() == Precision.SINGLE
                ? Optional.empty()
                : Optional.of("it computes in single precision, not in double");
    }
}
