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
public record StepCase(EngineType engine, Task task, int width, int batchSize) {

    /** The grid: every engine at widths of 64 and 256 and a batch of about four samples a dimension. */
    public static List<StepCase> grid() {
        return List.of(
                dense(new InputLaw.Gaussian(), 128, 64, 512),
                dense(new InputLaw.Gaussian(), 1000, 64, 4096),
                dense(new InputLaw.Gaussian(), 1000, 256, 4096),
                dense(new InputLaw.BooleanCube(), 1000, 64, 4096),
                projected(new Covariance.Isotropic(), 0, 1000, 64, 4096),
                projected(new Covariance.PowerLaw(), 0.5, 1000, 64, 4096),
                projected(new Covariance.Isotropic(), 0, 8192, 64, 32_768),
                bitpacked(128, 64, 512),
                bitpacked(1000, 64, 4096),
                bitpacked(1000, 256, 4096));
    }

    /** Floating-point operations of plain SGD: {@code 4 m d p}. */
    public double flops() {
        return 4.0 * batchSize * task.d() * width;
    }

    private static StepCase dense(InputLaw law, int d, int width, int batchSize) {
        return new StepCase(EngineType.DENSE, new Task(new TargetFunction.Xor(), law, d, 0), width, batchSize);
    }

    private static StepCase projected(Covariance covariance, double strength, int d, int width, int batchSize) {
        Task task = new Task(new TargetFunction.Xor(), new InputLaw.Gaussian(), d, 0, covariance, strength);
        return new StepCase(EngineType.PROJECTED, task, width, batchSize);
    }

    private static StepCase bitpacked(int d, int width, int batchSize) {
        Task task = new Task(new TargetFunction.Xor(), new InputLaw.BooleanCube(), d, 0);
        return new StepCase(EngineType.BITPACKED, task, width, batchSize);
    }
}
