package dev.polylog.sweep.analysis.growth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        double instrument) {

    /** Points of a regression, whose runs are numbered in the order in which they come. */
    public static List<GrowthPoint> points(List<BlockStep> steps) {
        Map<String, Integer> runs = new HashMap<>();
        return steps.stream()
                .map(step -> new GrowthPoint(
                        runs.computeIfAbsent(step.runId, run -> runs.size()),
                        step.predicted,
                        step.measured,
                        step.instrument))
                .toList();
    }
}
