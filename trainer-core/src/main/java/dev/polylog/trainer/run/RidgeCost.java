package dev.polylog.trainer.run;

import dev.polylog.trainer.engine.Speeds;
import dev.polylog.trainer.observe.Schedule.Checkpoints;
import dev.polylog.trainer.ridge.RidgeLearner;
import dev.polylog.trainer.task.Samples;
import java.util.function.DoubleUnaryOperator;

/** What ridge regression is expected to cost: a fit at each checkpoint, of all samples until then. */
public final class RidgeCost {
    /** Share of the speed of large products that factorisations by blocks reach. */
    private static final double EFFICIENCY = 0.7;

    private RidgeCost() {}

    /** Seconds on one core, but for what every run takes. */
    public static double seconds(RunSpec spec, Speeds speeds) {
        double d = spec.task().d();
        double features = features(spec);
        double product = 1e9 * 4 / (speeds.productFlops() * EFFICIENCY);
        double testSize = spec.observation().testSize();
        double checkpoints = sum(spec, samples -> {
            double outputs = Math.min(samples, features) * testSize;
            return RidgeLearner.nanoseconds(samples, features, d, product)
                    + RidgeLearner.outputNanoseconds(outputs, features, d, product)
                    + testSize * d * 1e9 * speeds.normalSeconds();
        });
        return 1e-9 * checkpoints + samples(spec) * d * speeds.normalSeconds();
    }

    /** Six operations for each three unknowns, at each checkpoint: those of factors and inverses. */
    public static double flops(RunSpec spec) {
        double features = features(spec);
        return sum(spec, samples -> {
            double unknowns = Math.min(samples, features);
            return 6 * unknowns * unknowns * unknowns;
        });
    }

    /** Bytes of all samples, of the largest system and its factor, and of the test samples. */
    public static double memoryBytes(RunSpec spec) {
        return RidgeLearner.bytes(
                        samples(spec), features(spec), (double) spec.task().d())
                + Samples.bytes(spec.task(), spec.training().batchSize())
                + Samples.bytes(spec.task(), spec.observation().testSize());
    }

    private static double sum(RunSpec spec, DoubleUnaryOperator ofSamples) {
        Checkpoints schedule = spec.observation().schedule().checkpoints(spec.maxSteps());
        double sum = 0;
        for (long step = 1; step <= spec.maxSteps(); step++) {
            if (schedule.contains(step)) {
                sum += ofSamples.applyAsDouble((double) step * spec.training().batchSize());
            }
        }
        return sum;
    }

    private static double samples(RunSpec spec) {
        return (double) spec.maxSteps() * spec.training().batchSize();
    }

    private static double features(RunSpec spec) {
        return spec.architecture().neurons().isInfinite() ? Double.POSITIVE_INFINITY : spec.width();
    }
}
