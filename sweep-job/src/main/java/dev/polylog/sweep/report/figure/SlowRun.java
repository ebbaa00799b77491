package dev.polylog.sweep.report.figure;

import dev.polylog.sweep.format.Units;
import java.util.List;

/**
 * A run that took long.
 *
 * @param cell values of the varying fields, in words
 * @param measured seconds of processor time
 * @param predicted seconds, by the plan
 */
public record SlowRun(String runId, String cell, String engine, String outcome, double measured, double predicted) {

    /** The runs as a table, in their order. */
    public static Entry table(List<SlowRun> runs) {
        String title = "Slowest runs";
        if (runs.isEmpty()) {
            return new LeftOut(title, "No run has a measured time.");
        }
        return new TextTable(
                title,
                "",
                List.of("run", "cell", "engine", "outcome", "measured", "predicted"),
                runs.stream()
                        .map(run -> List.of(
                                run.runId(),
                                run.cell(),
                                run.engine(),
                                run.outcome(),
                                Units.seconds(run.measured()),
                                Units.seconds(run.predicted())))
                        .toList());
    }
}
