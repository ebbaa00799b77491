package dev.polylog.sweep.plan;

import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.engine.Speeds;
import dev.polylog.trainer.observe.Observer;
import dev.polylog.trainer.observe.Schedule;
import dev.polylog.trainer.run.Method;
import dev.polylog.trainer.run.RidgeCost;
import dev.polylog.trainer.run.RunSpec;

/**
 * What a run is expected to cost if it spends its whole budget: the steps of its engine, by the speeds of this machine, and
 * what stands around them.
 *
 * <p>The estimate decides how work is cut and what is shown, never what is computed. A sweep corrects it by what it measures.
 */
public final class CostModel {
    private static final Speeds SPEEDS = Calibration.ofThisMachine();

    private static final double STEP_SECONDS = 0.1e-6;
    private static final double CHECK_SECONDS = 0.45e-9;
    private static final double SAMPLE_SECONDS = 85e-9;
    private static final double OUTPUT_SECONDS = 4.5e-9;
    private static final double RUN_SECONDS = 50e-6;
    private static final double ROW_SECONDS = 20e-6;

    private static final double BYTES_PER_CHECKPOINT = 330;
    private static final double BYTES_PER_RUN = 500;
    private static final double BYTES_PER_NEURON = 35;

    private CostModel() {}

    /** Seconds on one core. */
    public static double seconds(RunSpec spec) {
        return seconds(spec, SPEEDS);
    }

    static double seconds(RunSpec spec, Speeds speeds) {
        return spec.method() instanceof Method.Sgd sgd
                ? seconds(spec, sgd.engine(), speeds)
                : RUN_SECONDS + checkpoints(spec) * ROW_SECONDS + RidgeCost.seconds(spec, speeds);
    }

    private static double seconds(RunSpec spec, EngineType engine, Speeds speeds) {
        double step = STEP_SECONDS
                + engine.weights(spec.workload()) * CHECK_SECONDS
                + 1e-9 * engine.nanoseconds(spec.workload(), speeds);
        return RUN_SECONDS + spec.maxSteps() * step + checkpoints(spec) * checkpointSeconds(spec, engine, speeds);
    }

    private static double checkpointSeconds(RunSpec spec, EngineType engine, Speeds speeds) {
        int samples = engine.isTheory() ? 0 : spec.observation().testSize();
        return ROW_SECONDS
                + engine.weights(spec.workload()) * 2e-9
                + 1e-9 * engine.testNanoseconds(spec.workload(), samples, speeds)
                + samples * (SAMPLE_SECONDS + spec.width() * OUTPUT_SECONDS);
    }

    /** Floating-point operations: of plain SGD, four a weight and training sample. */
    public static double flops(RunSpec spec) {
        return spec.method() instanceof Method.Ridge
                ? RidgeCost.flops(spec)
                : 4.0
                        * spec.maxSteps()
                        * spec.training().batchSize()
                        * spec.workload().weights();
    }

    /** Bytes that a run holds in memory: network, engine, samples, and what observes them. */
    public static double memoryBytes(RunSpec spec) {
        return spec.method() instanceof Method.Sgd sgd
                ? sgd.engine().bytes(spec.workload(), spec.observation().testSize())
                        + Observer.bytes(spec.observation(), spec.workload(), sgd.engine())
                : RidgeCost.memoryBytes(spec);
    }

    /** Bytes that a run leaves on disk. */
    public static double diskBytes(RunSpec spec) {
        return BYTES_PER_RUN
                + checkpoints(spec) * BYTES_PER_CHECKPOINT
                + (spec.observation().snapshots().isEmpty()
                        ? 0
                        : (double) spec.observation().snapshots().size() * spec.width() * BYTES_PER_NEURON);
    }

    private static double checkpoints(RunSpec spec) {
        Schedule schedule = spec.observation().schedule();
        double steps = spec.maxSteps();
        double scheduled = schedule instanceof Schedule.Every every
                ? steps / every.interval()
                : ((Schedule.Points) schedule).points();
        return 2 + Math.min(scheduled, steps);
    }
}
