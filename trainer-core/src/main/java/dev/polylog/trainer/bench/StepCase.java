package dev.polylog.trainer.bench;

import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.task.Covariance;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.List;

/**
 * A step to be timed.
 *
 * @param engine what computes it
 * @param task what is learned
 * @param width p
 * @param batchSize m
 */
public record StepCase(EngineType engine, Task task, int width, long batchSize) {
    private static final double DECAY = 0.5;

    /** The smallest step there is, every engine at widths of 64 and 256, and about four samples a dimension. */
    public static List<StepCase> grid() {
        return List.of(
                dense(isotropic(2), 2, 4),
                dense(isotropic(128), 64, 512),
                dense(powerLaw(1000), 64, 4096),
                dense(powerLaw(1000), 256, 4096),
                dense(cube(1000), 64, 4096),
                projected(isotropic(1000), 64, 4000),
                projected(powerLaw(1000), 64, 4096),
                gram(1000, 64, 4000),
                gram(1_000_000_000, 32, 1),
                gram(1_000_000_000, 32, 64),
                bitpacked(128, 64, 512),
                bitpacked(1000, 64, 4096),
                bitpacked(1000, 256, 4096));
    }

    /** Steps that take long, or much memory. */
    public static List<StepCase> large() {
        return List.of(
                projected(isotropic(65_536), 64, 4 * 65_536),
                gram(65_536, 64, 4 * 65_536),
                projected(isotropic(1 << 20), 32, 4 << 20),
                gram(1 << 20, 32, 4 << 20));
    }

    /** One step of each engine that is timed with another beside it. */
    public static List<StepCase> neighbours() {
        return List.of(dense(powerLaw(1000), 64, 4096), projected(powerLaw(1000), 64, 4096), bitpacked(1000, 64, 4096));
    }

    /** Floating-point operations of plain SGD: {@code 4 m d p}. */
    public double flops() {
        return 4.0 * batchSize * task.d() * width;
    }

    /** The same step by another engine, with another batch size. */
    StepCase by(EngineType otherEngine, int otherBatchSize) {
        return new StepCase(otherEngine, task, width, otherBatchSize);
    }

    private static Task isotropic(int d) {
        return new Task(new TargetFunction.Xor(), new InputLaw.Gaussian(), d, 0);
    }

    private static Task powerLaw(int d) {
        return new Task(new TargetFunction.Xor(), new InputLaw.Gaussian(), d, 0, new Covariance.PowerLaw(), DECAY);
    }

    private static Task cube(int d) {
        return new Task(new TargetFunction.Xor(), new InputLaw.BooleanCube(), d, 0);
    }

    private static StepCase dense(Task task, int width, int batchSize) {
        return new StepCase(EngineType.DENSE, task, width, batchSize);
    }

    private static StepCase projected(Task task, int width, int batchSize) {
        return new StepCase(EngineType.PROJECTED, task, width, batchSize);
    }

    private static StepCase gram(int d, int width, int batchSize) {
        return new StepCase(EngineType.GRAM, isotropic(d), width, batchSize);
    }

    private static StepCase bitpacked(int d, int width, int batchSize) {
        return new StepCase(EngineType.BITPACKED, cube(d), width, batchSize);
    }
}
