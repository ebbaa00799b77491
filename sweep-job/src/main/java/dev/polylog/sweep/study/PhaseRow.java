package dev.polylog.sweep.study;

import static dev.polylog.sweep.store.Column.ofDouble;
import static dev.polylog.sweep.store.Column.ofString;

import dev.polylog.sweep.analysis.growth.PhaseBoundaries;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.evidence.Trajectory;
import dev.polylog.sweep.store.Schema;
import java.util.List;
import java.util.stream.Stream;

/** When a run entered a phase. */
record PhaseRow(String axis, DesignPoint point, String runId, String phase, Crossing start) implements OfCell {
    static final Schema<PhaseRow> SCHEMA = Schema.of(
            "phases",
            OfCell.columns(),
            List.of(
                    ofString("run_id", "the run", PhaseRow::runId),
                    ofString("phase", "heterogeneous or heavy", PhaseRow::phase),
                    ofDouble("lower", "samples at the last checkpoint known to be before it", row -> row.start.lower()),
                    ofDouble(
                            "upper",
                            "samples at the first checkpoint in it; infinite if there is none",
                            row -> row.start.upper())));

    static Stream<PhaseRow> of(StudyDesign design, List<Trajectory> trajectories) {
        String axis = design.axis().toString();
        return trajectories.stream().filter(NetworkChapter::hasPhases).flatMap(trajectory -> {
            DesignPoint point = design.point(trajectory.cell());
            PhaseBoundaries boundaries = NetworkChapter.boundaries(trajectory);
            return Stream.of(
                    new PhaseRow(axis, point, trajectory.runId(), "heterogeneous", boundaries.heterogeneous()),
                    new PhaseRow(axis, point, trajectory.runId(), "heavy", boundaries.heavy()));
        });
    }
}
