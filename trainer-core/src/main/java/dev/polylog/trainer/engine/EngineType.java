package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Task;
import java.util.Locale;

/** The engines, all of one law. */
public enum EngineType {
    /** Materialises the minibatch; for any law. */
    DENSE("every law", "it serves every law"),
    /** Samples what the network sees of the minibatch; for Gaussian inputs. */
    PROJECTED("gaussian inputs", "Gaussian inputs: samples only what the network sees"),
    /** Products with signs by tables; for the Boolean cube. */
    BITPACKED("boolean inputs", "Boolean inputs: products with signs by tables of sums");

    private final String domain;
    private final String reason;

    EngineType(String domain, String reason) {
        this.domain = domain;
        this.reason = reason;
    }

    public Engine start(Task task, TwoLayerNetwork network, Sgd sgd, StreamKey key) {
        return switch (this) {
            case DENSE -> new DenseEngine(task, network, sgd, key);
            case PROJECTED -> new ProjectedEngine(task, network, sgd, key);
            case BITPACKED -> new BitpackedEngine(task, network, sgd, key);
        };
    }

    /** Whether the engine has the law of SGD for this task. */
    public boolean serves(Task task) {
        return switch (this) {
            case DENSE -> true;
            case PROJECTED -> task.inputs() instanceof InputLaw.Gaussian;
            case BITPACKED -> task.inputs() instanceof InputLaw.BooleanCube;
        };
    }

    /** What the engine serves, in words. */
    public String domain() {
        return domain;
    }

    /** Why a run has this engine, in words. */
    public String reason() {
        return reason;
    }

    /** The engine of least {@link #cost} among those that serve the task. */
    static EngineType fastest(Task task, int width, int batchSize) {
        EngineType fastest = DENSE;
        for (EngineType type : values()) {
            if (type.serves(task) && type.cost(task, width, batchSize) < fastest.cost(task, width, batchSize)) {
                fastest = type;
            }
        }
        return fastest;
    }

    /**
     * Predicted nanoseconds of a step, from measurements on an x86-64 core with AVX-512 at widths of 16 to 512 and
     * dimensions of 128 to 65,536. The constants belong to the identity of runs: another value is another choice of engine,
     * so they change with the version of the numerics alone.
     */
    double cost(Task task, int width, int batchSize) {
        double d = task.d();
        double m = batchSize;
        double p = width;
        double seen = p + task.target().coordinates();
        double padded = LaneKernel.padded(width);
        double draw = task.inputs() instanceof InputLaw.BooleanCube ? 0.8 : 2.5;
        return switch (this) {
            case DENSE -> m * (d * (draw + 0.045 * p) + 3 * p);
            case PROJECTED -> seen * (m * (5 + 0.065 * p) + d * (5 + 0.16 * p) + 0.35 * seen * seen);
            case BITPACKED -> m * (d * (0.06 + 0.012 * padded) + 0.6 * padded) + 8 * d * padded;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
