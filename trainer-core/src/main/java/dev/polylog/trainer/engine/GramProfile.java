package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.NormalRows;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Eigenspaces;
import dev.polylog.trainer.task.Task;
import java.util.Optional;

/** The {@link GramEngine}: numbers are drawn for what neurons see, and matrices of neurons are factored; d costs nothing. */
record GramProfile() implements EngineProfile {
    /** The largest number of vectors of which a square matrix is an array, with room for what is stacked on it. */
    private static final int MOST_VECTORS = (int) Math.sqrt(Extent.LONGEST / 4.0);

    @Override
    public String idea() {
        return "products of neurons in place of their weights";
    }

    @Override
    public Engine start(Task task, TwoLayerNetwork network, Training training, StreamKey key) {
        return new GramEngine(task, network, training, key);
    }

    @Override
    public NormalRows rows(Workload workload) {
        return GramLayout.of(workload);
    }

    @Override
    public boolean keepsAxesOfLabels() {
        return true;
    }

    @Override
    public long columns(Workload workload) {
        return GramLayout.of(workload).columns();
    }

    @Override
    public Optional<String> refusal(Workload workload) {
        Task task = workload.task();
        if (!task.inputs().isNormal()) {
            return Optional.of("it serves gaussian inputs and clusters, not " + task.inputs() + " ones");
        }
        if (!Eigenspaces.areFew(task)) {
            return Optional.of("it serves covariances of few eigenvalues, and " + task.covariance() + " has d of them");
        }
        if (workload.training().optimizer().recurrence().isEmpty()) {
            return Optional.of("it keeps products of neurons, and "
                    + workload.training().optimizer() + " looks at single coordinates");
        }
        return 2L * workload.width() + workload.task().target().coordinates() <= MOST_VECTORS
                ? EngineProfile.refusalOfFreshSingle(workload)
                : Optional.of(
                        "it factors a matrix of width x width, and a width of " + workload.width() + " is too large");
    }

    @Override
    public double nanoseconds(Workload workload, Speeds speeds) {
        if (refusal(workload).isPresent()) {
            return Double.POSITIVE_INFINITY;
        }
        return 1000 * (1 + workload.training().batchSize());
    }

    @Override
    public double extraNanoseconds(Workload workload) {
        return workload.extraNanoseconds(workload.training().batchSize(), 0);
    }

    @Override
    public double testNanoseconds(Workload workload, int testSize, Speeds speeds) {
        double rank = columns(workload);
        return testSize * (speeds.normal() * rank + 0.0215 * speeds.product() * rank * workload.seen());
    }

    @Override
    public double bytes(Workload workload, int testSize) {
        return 1e6;
    }

    @Override
    public Extent longestArray(Workload workload, int testSize) {
        long vectors = GramLayout.of(workload).vectors();
        return new Extent("width", workload.width(), "a matrix of width x width", 2 * vectors * vectors);
    }
}
