package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Basis;
import dev.polylog.trainer.task.InputLaw.FourPoints;
import dev.polylog.trainer.task.Samples;
import dev.polylog.trainer.task.Task;
import java.util.Optional;

/** The {@link PointsEngine}: four pre-activations a neuron. */
record PointsProfile() implements EngineProfile {
    @Override
    public String idea() {
        return "four pre-activations a neuron";
    }

    @Override
    public Engine start(Task task, TwoLayerNetwork network, Training training, StreamKey key) {
        return new PointsEngine(task, network, training, key);
    }

    @Override
    public boolean drawsSamples() {
        return false;
    }

    @Override
    public Optional<String> refusal(Workload workload) {
        Task task = workload.task();
        if (!(task.inputs() instanceof FourPoints) || task.basis() != Basis.AXES) {
            return Optional.of("it serves four-points inputs on the axes, not " + task.inputs() + " ones");
        }
        if (workload.training().batchSize() % FourPoints.COUNT != 0) {
            return Optional.of("it takes each point equally often, and batch-size is no multiple of 4");
        }
        return task.labelNoise() > 0 || task.targetNoise() > 0
                ? Optional.of("it takes all samples of a point at once, and their labels have noise")
                : EngineProfile.refusalOfFreshSingle(workload);
    }

    /** Plain workloads had their engines before this one was there, and keep them: the choice belongs to their identity. */
    @Override
    public boolean isOffered(Workload workload) {
        return !workload.isPlain();
    }

    @Override
    public double nanoseconds(Workload workload, Speeds speeds) {
        return 60 + 30.0 * workload.width();
    }

    @Override
    public double extraNanoseconds(Workload workload) {
        return workload.extraNanoseconds(FourPoints.COUNT, 2);
    }

    @Override
    public double testNanoseconds(Workload workload, int testSize, Speeds speeds) {
        return DenseProfile.nanosecondsInMemory(workload, testSize, speeds);
    }

    @Override
    public double bytes(Workload workload, int testSize) {
        return Samples.bytes(workload.task(), FourPoints.COUNT)
                + PointsEngine.bytes(workload)
                + DenseSeenSamples.bytes(workload, testSize);
    }

    @Override
    public Extent longestArray(Workload workload, int testSize) {
        return Extent.longest(
                new Extent(
                        "width",
                        workload.width(),
                        "pre-activations of the four points",
                        (long) FourPoints.COUNT * workload.width()),
                DenseSeenSamples.longestArray(workload, testSize));
    }
}
