package dev.polylog.sweep.plan;

import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.engine.Precision;
import dev.polylog.trainer.observe.Schedule;
import dev.polylog.trainer.run.RunSpec;
import dev.polylog.trainer.task.Basis;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Samples;

/**
 * What a run is expected to cost if it spends its whole budget.
 *
 * <p>Constants are those of a current x86-64 core with native BLAS; they decide how work is cut and what is shown, never
 * what is computed. A sweep corrects its estimate by what it measures.
 */
public final class CostModel {
    private static final double PRODUCT_FLOPS = Calibration.ofThisMachine().productFlops();
    private static final double NORMAL_SECONDS = Calibration.ofThisMachine().normalSeconds();
    private static final double BIT_SECONDS = 0.8e-9;
    private static final double SAMPLE_SECONDS = 60e-9;
    private static final double ACTIVATION_SECONDS = 0.6e-9;
    private static final double COPY_SECONDS = 3e-9;
    private static final double PIVOT_SECONDS = 0.35e-9;
    private static final double PACKED_BIT_SECONDS = 0.06e-9;
    private static final double LOOKUP_SECONDS = Calibration.ofThisMachine().lookupSeconds();
    private static final double TABLE_SECONDS = 8e-9;
    private static final double STEP_SECONDS = 1e-6;
    private static final double RUN_SECONDS = 50e-6;
    private static final double ROW_SECONDS = 20e-6;

    private static final double BYTES_PER_CHECKPOINT = 330;
    private static final double BYTES_PER_RUN = 500;
    private static final double BYTES_PER_NEURON = 35;

    private CostModel() {}

    /** Seconds on one core. */
    public static double seconds(RunSpec spec) {
        double steps = spec.maxSteps();
        double step = STEP_SECONDS
                + switch (spec.engine()) {
                    case DENSE -> passSeconds(spec, spec.training().batchSize(), 4);
                    case PROJECTED -> projectedSeconds(spec);
                    case BITPACKED -> bitpackedSeconds(spec);
                    case POINTS -> spec.width() * 30e-9;
                }
                + weights(spec) * 1e-9;
        double checkpoint = ROW_SECONDS + testSeconds(spec) + weights(spec) * 2e-9;
        return RUN_SECONDS + steps * step + checkpoints(spec) * checkpoint;
    }

    /** The projected engine sees test samples as it sees training samples, by the factors of the next step. */
    private static double testSeconds(RunSpec spec) {
        int size = spec.observation().testSize();
        if (spec.engine() != EngineType.PROJECTED) {
            return passSeconds(spec, size, 2);
        }
        double seen = seen(spec);
        return size
                * (seen * NORMAL_SECONDS
                        + 2 * seen * seen / PRODUCT_FLOPS
                        + spec.width() * ACTIVATION_SECONDS
                        + SAMPLE_SECONDS);
    }

    private static double passSeconds(RunSpec spec, double samples, int flopsPerWeight) {
        double d = spec.task().d();
        double draw = spec.task().inputs() instanceof InputLaw.BooleanCube ? BIT_SECONDS : NORMAL_SECONDS;
        double slowness = spec.training().precision() == Precision.SINGLE ? 1 : 3;
        return slowness
                * samples
                * (d * draw
                        + flopsPerWeight * d * spec.width() / PRODUCT_FLOPS
                        + spec.width() * ACTIVATION_SECONDS
                        + SAMPLE_SECONDS);
    }

    /** A projected step: five products of the size of what is seen for each sample, eleven for each coordinate. */
    private static double projectedSeconds(RunSpec spec) {
        double seen = seen(spec);
        double sample = seen * NORMAL_SECONDS
                + 5 * seen * seen / PRODUCT_FLOPS
                + spec.width() * ACTIVATION_SECONDS
                + SAMPLE_SECONDS;
        double coordinate = seen * (NORMAL_SECONDS + COPY_SECONDS) + 11 * seen * seen / PRODUCT_FLOPS;
        return spec.training().batchSize() * sample + spec.task().d() * coordinate + seen * seen * seen * PIVOT_SECONDS;
    }

    /** Look-ups for each 32 coordinates of a sample and sixteen neurons, tables for each weight. */
    private static double bitpackedSeconds(RunSpec spec) {
        double padded = padded(spec);
        double sample = spec.task().d() * (PACKED_BIT_SECONDS + padded * LOOKUP_SECONDS)
                + padded * ACTIVATION_SECONDS / 2
                + SAMPLE_SECONDS;
        return spec.training().batchSize() * sample + spec.task().d() * padded * TABLE_SECONDS;
    }

    /** The width in full blocks of sixteen neurons. */
    private static double padded(RunSpec spec) {
        return 16 * Math.ceil(spec.width() / 16.0);
    }

    /** Numbers that labels and network see of a sample. */
    private static double seen(RunSpec spec) {
        return spec.width() + spec.task().target().coordinates();
    }

    /** Floating-point operations of plain SGD: four a weight and training sample. */
    public static double flops(RunSpec spec) {
        return 4.0 * spec.maxSteps() * spec.training().batchSize() * weights(spec);
    }

    /** Bytes that a run holds in memory: weights, what its engine needs, a data set, and a chunk of test samples. */
    public static double memoryBytes(RunSpec spec) {
        double turned = spec.task().basis() == Basis.ROTATED ? weights(spec) : 0;
        double colorings = coloringFloats(spec);
        double stored = (double) spec.task().datasetSize() * spec.task().d();
        double test = spec.engine() == EngineType.PROJECTED
                ? 0
                : chunk(spec, spec.observation().testSize());
        return 4 * (weights(spec) + engineFloats(spec) + stored + turned + colorings + test);
    }

    /** Roots and mirrors of what makes inputs of what is drawn, held by training, test and observation. */
    private static double coloringFloats(RunSpec spec) {
        int rotations = (spec.task().basis() == Basis.ROTATED ? 1 : 0)
                + (spec.task().covarianceBasis() == Basis.ROTATED ? 1 : 0);
        return 3.0 * spec.task().d() * (1 + rotations * spec.task().target().coordinates());
    }

    private static double engineFloats(RunSpec spec) {
        return switch (spec.engine()) {
            case DENSE -> {
                double chunk = chunk(spec, spec.training().batchSize());
                yield spec.training().precision() == Precision.SINGLE
                        ? weights(spec) + chunk
                        : 4 * weights(spec) + 3 * chunk;
            }
            case PROJECTED -> projectedFloats(spec);
            case BITPACKED -> weights(spec) + packedFloats(spec);
            case POINTS -> 16.0 * spec.width();
        };
    }

    /** Subspace, remainder, weights in the axes of what is drawn, columns of labels, and matrices of the size of what is seen. */
    private static double projectedFloats(RunSpec spec) {
        double d = spec.task().d();
        boolean isPlain = spec.task().anisotropy() == 0
                && spec.task().basis() == Basis.AXES
                && spec.task().inputs() instanceof InputLaw.Gaussian;
        double coordinates =
                Math.min(seen(spec), d) + spec.width() + spec.task().target().coordinates();
        return d * (coordinates + (isPlain ? 0 : spec.width()))
                + 26 * seen(spec) * seen(spec)
                + Math.min(d, 4096) * 2 * seen(spec)
                + 4096 * seen(spec);
    }

    private static double packedFloats(RunSpec spec) {
        return Math.min(8192, spec.training().batchSize())
                * (padded(spec) + spec.task().d() / 32.0);
    }

    /** Inputs and activations of a chunk. */
    private static double chunk(RunSpec spec, int samples) {
        int rows = Math.min(Samples.rowsPerChunk(spec.task().d()), samples);
        return (double) rows * (spec.task().d() + spec.width());
    }

    /** Bytes that a run leaves on disk. */
    public static double diskBytes(RunSpec spec) {
        return BYTES_PER_RUN
                + checkpoints(spec) * BYTES_PER_CHECKPOINT
                + (double) spec.observation().snapshots().size() * spec.width() * BYTES_PER_NEURON;
    }

    private static double weights(RunSpec spec) {
        return (double) spec.task().d() * spec.width();
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
