package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Samples;
import dev.polylog.trainer.task.Task;
import java.util.Optional;

/** The {@link DenseEngine}, and the {@link DoubleEngine} in double precision: m d numbers are drawn and multiplied by p neurons. */
record DenseProfile() implements EngineProfile {
    private static final double SLOWNESS_OF_DOUBLE = 3;

    @Override
    public String idea() {
        return "every sample in memory, two matrix products";
    }

    @Override
    public Engine start(Task task, TwoLayerNetwork network, Training training, StreamKey key) {
        return isDouble(training)
                ? new DoubleEngine(task, network, training, key)
                : new DenseEngine(task, network, training, key);
    }

    private static boolean isDouble(Training training) {
        return training.precision() == Precision.DOUBLE;
    }

    @Override
    public Optional<String> refusal(Workload workload) {
        return Optional.empty();
    }

    @Override
    public double nanoseconds(Workload workload, Speeds speeds) {
        double d = workload.task().d();
        double m = workload.training().batchSize();
        double p = workload.width();
        double normal = speeds.normal();
        double draw = draw(workload.task()) * normal;
        double single = m * (d * (draw + 0.043 * speeds.product() * p) + 0.65 * normal * p + 20) + 0.35 * d * p + 600;
        return isDouble(workload.training()) ? SLOWNESS_OF_DOUBLE * single : single;
    }

    /** Nanoseconds of one coordinate of an input on the frozen core. */
    private static double draw(Task task) {
        return task.inputs() instanceof InputLaw.BooleanCube ? 1.2 : 0.95;
    }

    @Override
    public double extraNanoseconds(Workload workload) {
        return workload.extraNanoseconds((double) workload.training().batchSize(), (double)
                workload.task().d());
    }

    @Override
    public double testNanoseconds(Workload workload, int testSize, Speeds speeds) {
        return nanosecondsInMemory(workload, testSize, speeds);
    }

    /** Of drawing test samples and multiplying them, for every engine that tests on {@link DenseSeenSamples}. */
    static double nanosecondsInMemory(Workload workload, int testSize, Speeds speeds) {
        double draw = draw(workload.task()) * speeds.normal();
        return testSize * (workload.task().d() * (draw + 0.0215 * speeds.product() * workload.width()));
    }

    @Override
    public double bytes(Workload workload, int testSize) {
        return Samples.bytes(workload.task(), workload.training().batchSize())
                + (isDouble(workload.training()) ? DoubleEngine.bytes(workload) : DenseEngine.bytes(workload))
                + DenseSeenSamples.bytes(workload, testSize);
    }

    @Override
    public Extent longestArray(Workload workload, int testSize) {
        return DenseSeenSamples.longestArray(
                workload, Math.max(workload.training().batchSize(), testSize));
    }
}
