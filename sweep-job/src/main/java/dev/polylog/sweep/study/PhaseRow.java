package dev.polylog.sweep.study;

import static dev.polylog.sweep.store.Column.ofDouble;
import static dev.polylog.sweep.store.Column.ofString;

import dev.polylog.sweep.analysis.growth.PhaseBoundaries;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.store.Schema;
import dev.polylog.sweep.study.evidence.Trail;
import java.util.List;
import java.util.stream.Stream;

/** When a run entered a phase. */
record PhaseRow(String axis, Place place, String runId, String phase, Crossing start) implements OfCell {
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

    static Stream<PhaseRow> of(StudyDesign design, List<Trail> trails) {
        String axis = design.axis().toString();
        return trails.stream().filter(NetworkChapter::hasPhases).flatMap(trail -> {
            Place place = design.place(trail.cell());
            PhaseBoundaries boundaries = NetworkChapter.boundaries(trail);
            return Stream.of(
                    new PhaseRow(axis, place, trail.runId(), "heterogeneous", boundaries.heterogeneous()),
                    new PhaseRow(axis, place, trail.runId(), "heavy", boundaries.heavy()));
        });
    }
}
