package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Coloring;
import dev.polylog.trainer.task.Task;
import java.util.Optional;

/**
 * The {@link ProjectedEngine}: numbers are drawn for r = p + k seen directions instead of d, in m samples and d coordinates,
 * with factorisations that are as large as the ranks can be.
 */
record ProjectedProfile() implements EngineProfile {
    /** The largest r of which a matrix of r x r is an array. */
    private static final int MOST_SEEN = (int) Math.sqrt(Extent.LONGEST);

    @Override
    public String idea() {
        return "samples only what the network sees of normal inputs";
    }

    @Override
    public Engine start(Task task, TwoLayerNetwork network, Training training, StreamKey key) {
        return new ProjectedEngine(task, network, training, key);
    }

    @Override
    public Optional<String> refusal(Workload workload) {
        Task task = workload.task();
        if (!task.inputs().isNormal()) {
            return Optional.of("it serves gaussian inputs and clusters, not " + task.inputs() + " ones");
        }
        return workload.seen() <= MOST_SEEN
                ? EngineProfile.refusalOfFreshSingle(workload)
                : Optional.of(
                        "it factors a matrix of width x width, and a width of " + workload.width() + " is too large");
    }

    @Override
    public double nanoseconds(Workload workload, Speeds speeds) {
        double d = workload.task().d();
        double m = workload.training().batchSize();
        double p = workload.width();
        double seen = workload.seen();
        double rankOfInputs = Math.min(seen, d);
        double rankOfSignals = Math.min(seen, m);
        double ranks = rankOfInputs * rankOfInputs + rankOfSignals * rankOfSignals;
        double normal = speeds.normal();
        double product = speeds.product();
        double ofSample = 3.9 * normal + 0.037 * product * p;
        double ofCoordinate = 6.5 * normal + 0.103 * product * seen;
        return seen * (m * ofSample + d * ofCoordinate + 0.25 * ranks) + 35 * m + 3500;
    }

    @Override
    public double extraNanoseconds(Workload workload) {
        return workload.extraNanoseconds((double) workload.training().batchSize(), (double)
                workload.task().d());
    }

    /** By the factors of the next step: a checkpoint pays for them no more than once. */
    @Override
    public double testNanoseconds(Workload workload, int testSize, Speeds speeds) {
        double seen = workload.seen();
        return testSize * seen * (speeds.normal() + 0.0215 * speeds.product() * seen);
    }

    @Override
    public double bytes(Workload workload, int testSize) {
        int seen = Math.toIntExact(workload.seen());
        return Coloring.bytes(workload.task())
                + LatentWeights.bytes(workload)
                + Subspace.bytes(seen, workload.task().d())
                + ProjectedSamples.bytes(seen, workload.training().batchSize())
                + ProjectedEngine.bytes(workload)
                + ProjectedSamples.bytes(seen, testSize);
    }

    @Override
    public Extent longestArray(Workload workload, int testSize) {
        long seen = workload.seen();
        return new Extent("width", workload.width(), "a matrix of width x width", seen * seen);
    }
}
