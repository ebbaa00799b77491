package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Basis;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Task;
import dev.polylog.trainer.vector.Passes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The engines, all of one law. */
public enum EngineType {
    /** Materialises the minibatch; for any law. */
    DENSE,
    /** Samples what the network sees of the minibatch; for normal inputs and clusters. */
    PROJECTED,
    /** Products with signs by tables; for the Boolean cube. */
    BITPACKED,
    /** Four pre-activations a neuron; for minibatches of whole sets of the four points. */
    POINTS;

    /** The largest matrix of width x width that the projected engine can hold in an array. */
    private static final int MOST_SEEN = 46_340;

    public Engine start(Task task, TwoLayerNetwork network, Training training, StreamKey key) {
        return switch (this) {
            case DENSE ->
                training.precision() == Precision.DOUBLE
                        ? new DoubleEngine(task, network, training, key)
                        : new DenseEngine(task, network, training, key);
            case PROJECTED -> new ProjectedEngine(task, network, training, key);
            case BITPACKED -> new BitpackedEngine(task, network, training, key);
            case POINTS -> new PointsEngine(task, network, training, key);
        };
    }

    /** Whether the engine has the law of SGD for this task. */
    public boolean serves(Workload workload) {
        return refusal(workload).isEmpty();
    }

    /** Why the engine does not serve a task, in words; empty if it does. */
    Optional<String> refusal(Workload workload) {
        Task task = workload.task();
        return switch (this) {
            case DENSE -> Optional.empty();
            case PROJECTED -> {
                if (!task.inputs().isNormal()) {
                    yield Optional.of("it serves gaussian inputs and clusters, not " + task.inputs() + " ones");
                }
                yield workload.seen() <= MOST_SEEN
                        ? refusalOfFreshSingle(task, workload.training())
                        : Optional.of("it factors a matrix of width x width, and a width of " + workload.width()
                                + " is too large");
            }
            case BITPACKED -> {
                if (!(task.inputs() instanceof InputLaw.BooleanCube)) {
                    yield Optional.of("it serves boolean inputs, not " + task.inputs() + " ones");
                }
                yield task.basis() == Basis.AXES
                        ? refusalOfFreshSingle(task, workload.training())
                        : Optional.of("on a rotated basis the coordinates of boolean inputs are no signs");
            }
            case POINTS -> {
                if (!(task.inputs() instanceof InputLaw.FourPoints) || task.basis() != Basis.AXES) {
                    yield Optional.of("it serves four-points inputs on the axes, not " + task.inputs() + " ones");
                }
                if (workload.training().batchSize() % InputLaw.FourPoints.COUNT != 0) {
                    yield Optional.of("it takes each point equally often, and batch-size is no multiple of 4");
                }
                yield task.labelNoise() > 0 || task.targetNoise() > 0
                        ? Optional.of("it takes all samples of a point at once, and their labels have noise")
                        : refusalOfFreshSingle(task, workload.training());
            }
        };
    }

    private static Optional<String> refusalOfFreshSingle(Task task, Training training) {
        if (task.datasetSize() > 0) {
            return Optional.of("it draws fresh samples, and dataset-size is " + task.datasetSize());
        }
        return training.precision() == Precision.SINGLE
                ? Optional.empty()
                : Optional.of("it computes in single precision, not in double");
    }

    /** How the engine gets along without plain products, in words. */
    public String idea() {
        return switch (this) {
            case DENSE -> "every sample in memory, two matrix products";
            case PROJECTED -> "samples only what the network sees of normal inputs";
            case BITPACKED -> "products with signs by tables of sums";
            case POINTS -> "four pre-activations a neuron";
        };
    }

    /** The engines that serve a task, this one first, with predicted milliseconds of a step: the reason of a choice. */
    public String comparison(Workload workload) {
        List<String> others = Stream.of(values())
                .filter(type -> type != this && type.serves(workload))
                .map(type -> type.milliseconds(workload) + " " + type)
                .toList();
        String own = milliseconds(workload);
        return own + " ms a step, "
                + (others.isEmpty() ? "no other serves it" : "against " + String.join(", ", others));
    }

    private String milliseconds(Workload workload) {
        double slowness = workload.training().precision() == Precision.DOUBLE ? 3 : 1;
        double milliseconds = slowness * cost(workload) * 1e-6;
        return String.format(Locale.ROOT, milliseconds < 10 ? "%.2g" : "%,.0f", milliseconds);
    }

    /**
     * The engine of least {@link #cost} among those that serve the task. Plain workloads had their engines before the one of
     * the four points was there, and keep them: the choice belongs to their identity.
     */
    static EngineType fastest(Workload workload) {
        EngineType fastest = DENSE;
        for (EngineType type : values()) {
            boolean isEligible = type.serves(workload) && (type != POINTS || !workload.isPlain());
            if (isEligible && type.cost(workload) < fastest.cost(workload)) {
                fastest = type;
            }
        }
        return fastest;
    }

    /**
     * Predicted nanoseconds of a step, fitted to 1,300 measurements on one x86-64 core with AVX-512 and Java 25: dimensions
     * of 16 to 65,536, widths of 2 to 512, batches of 4 to 4 d. The constants belong to the identity of runs: another value
     * is another choice of engine, so they change with the version of the numerics alone.
     *
     * <p>The terms are what the engines do: draw m d numbers and multiply them by p neurons; or draw for r = p + k seen
     * directions instead, in m samples and d coordinates, with factorisations that are as large as the ranks can be; or look
     * up an entry for each byte of a sample and block of neurons, and build the tables.
     */
    double cost(Workload workload) {
        Task task = workload.task();
        double d = task.d();
        double m = workload.training().batchSize();
        double p = workload.width();
        double padded = Passes.padded(workload.width());
        double paddedD = Math.ceil(d / Integer.SIZE) * Integer.SIZE;
        double draw = task.inputs() instanceof InputLaw.BooleanCube ? 1.2 : 0.95;
        double seen = workload.seen();
        double rankOfInputs = Math.min(seen, d);
        double rankOfSignals = Math.min(seen, m);
        double ranks = rankOfInputs * rankOfInputs + rankOfSignals * rankOfSignals;
        return switch (this) {
            case DENSE -> m * (d * (draw + 0.043 * p) + 0.65 * p + 20) + 0.35 * d * p + 600;
            case PROJECTED -> seen * (m * (3.9 + 0.037 * p) + d * (6.5 + 0.103 * seen) + 0.25 * ranks) + 35 * m + 3500;
            case POINTS -> 60 + 30 * p;
            case BITPACKED -> m * (0.065 * d + 0.0143 * paddedD * padded + 0.6 * padded + 44) + 7.1 * paddedD * padded;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
