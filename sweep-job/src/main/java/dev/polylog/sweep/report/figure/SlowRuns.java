package dev.polylog.sweep.report.figure;

import dev.polylog.sweep.evidence.RunCost;
import dev.polylog.sweep.format.Units;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The table of the runs that took longest. */
public final class SlowRuns {
    private static final String TITLE = "Slowest runs";

    private SlowRuns() {}

    /**
     * The runs in their order.
     *
     * @param plan seconds that the plan predicts for the steps of a run
     */
    public static Entry of(List<RunCost> runs, ToDoubleFunction<RunCost> plan, CellNames names) {
        if (runs.isEmpty()) {
            return new LeftOut(TITLE, "No run has a measured time.");
        }
        return new TextTable(
                TITLE,
                "",
                List.of("run", "cell", "engine", "outcome", "measured", "predicted"),
                runs.stream()
                        .map(run -> List.of(
                                run.runId(),
                                names.of(run.cell()),
                                run.engine(),
                                run.outcome().toString(),
                                Units.seconds(run.seconds()),
                                Units.seconds(plan.applyAsDouble(run))))
                        .toList());
    }
}
