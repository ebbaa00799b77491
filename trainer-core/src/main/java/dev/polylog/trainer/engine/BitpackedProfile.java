package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Basis;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.PackedSamples;
import dev.polylog.trainer.task.Task;
import dev.polylog.trainer.vector.Passes;
import java.util.Optional;

/** The {@link BitpackedEngine}: an entry is looked up for each byte of a sample and block of neurons, and tables are built. */
record BitpackedProfile() implements EngineProfile {
    @Override
    public String idea() {
        return "products with signs by tables of sums";
    }

    @Override
    public Engine start(Task task, TwoLayerNetwork network, Training training, StreamKey key) {
        return new BitpackedEngine(task, network, training, key);
    }

    @Override
    public Optional<String> refusal(Workload workload) {
        Task task = workload.task();
        if (!(task.inputs() instanceof InputLaw.BooleanCube)) {
            return Optional.of("it serves boolean inputs, not " + task.inputs() + " ones");
        }
        return task.basis() == Basis.AXES
                ? EngineProfile.refusalOfFreshSingle(workload)
                : Optional.of("on a rotated basis the coordinates of boolean inputs are no signs");
    }

    @Override
    public double nanoseconds(Workload workload, Speeds speeds) {
        double d = workload.task().d();
        double m = workload.training().batchSize();
        double padded = Passes.padded(workload.width());
        double paddedD = Math.ceil(d / Integer.SIZE) * Integer.SIZE;
        double normal = speeds.normal();
        double lookup = speeds.lookup();
        return m * (0.065 * normal * d + 0.0143 * lookup * paddedD * padded + 0.6 * normal * padded + 44 * normal)
                + 7.1 * lookup * paddedD * padded;
    }

    @Override
    public double extraNanoseconds(Workload workload) {
        return workload.extraNanoseconds((double) workload.training().batchSize(), (double)
                workload.task().d());
    }

    @Override
    public double testNanoseconds(Workload workload, int testSize, Speeds speeds) {
        return DenseProfile.nanosecondsInMemory(workload, testSize, speeds);
    }

    @Override
    public double bytes(Workload workload, int testSize) {
        return PackedSamples.bytes(workload.task(), workload.training().batchSize())
                + BitpackedEngine.bytes(workload)
                + DenseSeenSamples.bytes(workload, testSize);
    }

    @Override
    public Extent longestArray(Workload workload, int testSize) {
        int rows =
                PackedSamples.maxRows(workload.task().d(), workload.training().batchSize());
        return Extent.longest(
                new Extent(
                        "width",
                        workload.width(),
                        "pre-activations of " + rows + " samples",
                        BitpackedEngine.workLength(workload.width(), rows)),
                DenseSeenSamples.longestArray(workload, testSize));
    }
}
