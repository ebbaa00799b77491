package dev.polylog.trainer.bench;

/**
 * What was measured of a step.
 *
 * @param step the step
 * @param timing its nanoseconds
 * @param bytes what its network and engine took from the heap before the first step; steps take nothing
 * @param denseNanos nanoseconds of the same step by the dense engine, NaN if it was not asked
 */
public record StepFigures(StepCase step, Timing timing, long bytes, double denseNanos) {

    /** GFLOP/s that plain SGD would need to be as fast. */
    public double equivalentGflops() {
        return step.flops() / timing.median();
    }

    /** Time of the step as a share of the dense engine's, NaN if that was not measured. */
    public double shareOfDense() {
        return timing.median() / denseNanos;
    }
}
