package dev.polylog.sweep.study;

import dev.polylog.sweep.evidence.Evidence;
import dev.polylog.sweep.evidence.RunCost;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.plan.CostModel;
import dev.polylog.sweep.report.Section;
import dev.polylog.sweep.report.figure.CostCheck;
import dev.polylog.sweep.report.figure.SlowRuns;
import dev.polylog.sweep.report.figure.Utilisation;
import dev.polylog.trainer.run.RunSpec;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the runs cost, beside what the plan said. */
final class CostChapter {
    private static final int MOST_RUNS = 1500;
    private static final int SLOWEST = 10;
    private static final int STRETCHES = 1000;

    private CostChapter() {}

    static Section of(StudyDesign design, Evidence evidence, long runs) {
        List<RunCost> costs = evidence.costs(MOST_RUNS);
        ToDoubleFunction<RunCost> plan = cost -> predicted(design, cost);
        return new Section(
                "Cost",
                runs > costs.size() && costs.size() == MOST_RUNS
                        ? List.of("Of " + Numerals.count(runs, "run") + ", " + Numerals.count(MOST_RUNS)
                                + " are compared with the plan.")
                        : List.of(),
                List.of(
                        CostCheck.of(costs, plan),
                        Utilisation.of(evidence.load(STRETCHES)),
                        SlowRuns.of(evidence.slowest(SLOWEST), plan, design::label)));
    }

    /** By the plan, for the steps that were taken. */
    private static double predicted(StudyDesign design, RunCost cost) {
        RunSpec spec = design.spec(design.point(cost.cell()));
        return CostModel.seconds(spec) * cost.steps() / spec.maxSteps();
    }
}
