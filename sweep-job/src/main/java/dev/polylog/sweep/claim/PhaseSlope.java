package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.growth.PhaseBoundaries;
import dev.polylog.sweep.analysis.scaling.Additive;
import dev.polylog.sweep.analysis.survival.Cell;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.evidence.Trajectory;
import dev.polylog.sweep.grid.Measure;
import dev.polylog.trainer.run.RunSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much later a phase begins when log d grows by 1. With time t = eta times steps, d t is n* of a law d (c0 + c1 log d), and c1 is
 * that slope: intervals between checkpoints and runs that never get there count as they do there.
 */
record PhaseSlope() implements Statistic {
    private static final String HETEROGENEOUS = "heterogeneous";
    private static final String HEAVY = "heavy";

    @Override
    public String name() {
        return "phase-slope";
    }

    @Override
    public String meaning() {
        return "slope against log d of the time, step-size times steps, at which a phase begins, fitted to the cells along d";
    }

    @Override
    public String interval() {
        return FittedLaws.INTERVAL;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.word(
                "phase", List.of(HETEROGENEOUS, HEAVY), "heterogeneous or heavy; heavy if it is left out"));
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        boolean isHeavy = asked.word("phase").filter(HETEROGENEOUS::equals).isEmpty();
        return FittedLaws.parameter(
                cells,
                () -> along(cells, isHeavy),
                Additive.LOG,
                "c1",
                (estimate, along) -> Measurement.of(estimate, FittedLaws.runs(along)));
    }

    private static List<Cell> along(ClaimedCells cells, boolean isHeavy) {
        Map<Integer, List<Crossing>> beginnings = new HashMap<>();
        for (Trajectory run : cells.trajectories()) {
            PhaseBoundaries phases = PhaseBoundaries.of(run.samples(), run.phases(), 1);
            beginnings
                    .computeIfAbsent(run.cell(), cell -> new ArrayList<>())
                    .add(time(isHeavy ? phases.heavy() : phases.heterogeneous(), cells.spec(run.cell())));
        }
        return cells.alongD(beginnings).stream()
                .filter(cell -> cell.reached() > 0)
                .toList();
    }

    /** Of samples, times d. */
    private static Crossing time(Crossing samples, RunSpec spec) {
        double perSample =
                spec.training().stepSize() * spec.task().d() / spec.training().batchSize();
        return new Crossing(samples.lower() * perSample, samples.upper() * perSample, samples.spent() * perSample);
    }
}
