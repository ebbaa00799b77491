package dev.polylog.sweep.analysis.growth;

/**
 * Growth of a block's log mass between two checkpoints of a run, a step.
 *
 * @param cell number of the run's cell
 * @param block as columns name it, such as {@code mu1_plus}
 * @param predicted mean over both checkpoints of log(1 + 2 eta g), g the average margin
 * @param measured difference of log mass over the number of steps
 * @param instrument the prediction at the checkpoints before and after these; NaN without
 */
public record BlockStep(
        String runId,
        int cell,
        String block,
        long fromStep,
        long toStep,
        double predicted,
        double measured,
        double instrument) {}
