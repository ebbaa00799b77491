package dev.polylog.sweep.study;

import dev.polylog.sweep.evidence.Evidence;
import dev.polylog.sweep.evidence.RunCost;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.plan.CostModel;
import dev.polylog.sweep.report.Section;
import dev.polylog.sweep.report.figure.Busy;
import dev.polylog.sweep.report.figure.CostCheck;
import dev.polylog.sweep.report.figure.SlowRun;
import dev.polylog.sweep.report.figure.Utilisation;
import dev.polylog.trainer.run.RunSpec;
import java.util.List;

/** What the runs cost, beside what the plan said. */
final class CostChapter {
    private static final int MOST_RUNS = 1500;
    private static final int SLOWEST = 10;
    private static final int STRETCHES = 1000;

    private CostChapter() {}

    static Section of(StudyDesign design, Evidence evidence, long runs) {
        List<RunCost> costs = evidence.costs(MOST_RUNS);
        return new Section(
                "Cost",
                runs > costs.size() && costs.size() == MOST_RUNS
                        ? List.of("Of " + Numerals.count(runs, "run") + ", " + Numerals.count(MOST_RUNS)
                                + " are compared with the plan.")
                        : List.of(),
                List.of(
                        CostCheck.of(costs.stream()
                                .map(cost -> new dev.polylog.sweep.report.figure.RunCost(
                                        cost.engine(), predicted(design, cost), cost.seconds()))
                                .toList()),
                        Utilisation.of(evidence.load(STRETCHES).stream()
                                .map(load -> new Busy(load.seconds(), Math.round(load.running())))
                                .toList()),
                        SlowRun.table(evidence.slowest(SLOWEST).stream()
                                .map(cost -> new SlowRun(
                                        cost.runId(),
                                        design.point(cost.cell()).label(),
                                        cost.engine(),
                                        cost.outcome(),
                                        cost.seconds(),
                                        predicted(design, cost)))
                                .toList())));
    }

    /** By the plan, for the steps that were taken. */
    private static double predicted(StudyDesign design, RunCost cost) {
        RunSpec spec = design.spec(design.point(cost.cell()));
        return CostModel.seconds(spec) * cost.steps() / spec.maxSteps();
    }
}
