package dev.polylog.sweep.study;

import static dev.polylog.sweep.store.Column.ofDouble;
import static dev.polylog.sweep.store.Column.ofInt;
import static dev.polylog.sweep.store.Column.ofLong;
import static dev.polylog.sweep.store.Column.ofString;

import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.sweep.evidence.RunCrossing;
import dev.polylog.sweep.store.Schema;
import java.util.List;
import java.util.stream.Stream;

/** When a run met a criterion. */
record CrossingRow(String axis, DesignPoint point, Criterion criterion, RunCrossing run) implements OfCell {
    static final Schema<CrossingRow> SCHEMA = Schema.of(
            "crossings",
            OfCell.columns(),
            List.of(
                    ofLong("d", "dimension of the inputs", row -> row.point.d()),
                    ofInt("replicate", "number of the repetition", row -> row.run.replicate()),
                    ofString("run_id", "the run", row -> row.run.runId()),
                    ofString(
                            "observable",
                            "what had to fall to the threshold: test_error or test_loss",
                            row -> row.criterion.observable().column()),
                    ofDouble(
                            "threshold",
                            "to what",
                            row -> row.criterion.threshold().value()),
                    ofInt(
                            "confirm",
                            "at how many consecutive checkpoints",
                            row -> row.criterion.threshold().confirm()),
                    ofDouble(
                            "lower",
                            "samples at the last checkpoint known to be earlier",
                            row -> row.run.crossing().lower()),
                    ofDouble(
                            "upper",
                            "samples at the first of these checkpoints; infinite if there are none",
                            row -> row.run.crossing().upper()),
                    ofDouble(
                            "spent",
                            "samples that the run took to tell",
                            row -> row.run.crossing().spent())));

    static Stream<CrossingRow> of(StudyDesign design, List<ScalingAnswer> answers) {
        String axis = design.axis().toString();
        return answers.stream()
                .flatMap(answer -> answer.runs().stream()
                        .map(run -> new CrossingRow(axis, design.point(run.cell()), answer.criterion(), run)));
    }
}
