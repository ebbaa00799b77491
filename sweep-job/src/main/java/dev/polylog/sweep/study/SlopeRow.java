package dev.polylog.sweep.study;

import static dev.polylog.sweep.store.Column.ofDouble;
import static dev.polylog.sweep.store.Column.ofString;

import dev.polylog.sweep.analysis.scaling.LocalSlope;
import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.sweep.store.Schema;
import java.util.List;
import java.util.stream.Stream;

/** The exponent between two neighbours in a group of cells. */
record SlopeRow(String axis, Criterion criterion, String group, LocalSlope local) implements OfGroup {
    static final Schema<SlopeRow> SCHEMA = Schema.of(
            "slopes",
            OfGroup.columns(),
            List.of(
                    ofString(
                            "observable",
                            "test_error or test_loss",
                            row -> row.criterion.observable().column()),
                    ofDouble(
                            "threshold",
                            "what it had to fall to",
                            row -> row.criterion.threshold().value()),
                    ofDouble("from_x", "value of the axis", row -> row.local.from()),
                    ofDouble("to_x", "next value of the axis", row -> row.local.to()),
                    ofDouble("slope", "difference of log n* over difference of log x", row -> row.local.slope()),
                    ofDouble(
                            "low",
                            "lower end of its 95 % interval",
                            row -> row.local.interval().lower()),
                    ofDouble("high", "upper end", row -> row.local.interval().upper())));

    static Stream<SlopeRow> of(StudyDesign design, List<ScalingAnswer> answers) {
        String axis = design.axis().toString();
        return answers.stream()
                .flatMap(answer -> answer.groups().stream()
                        .flatMap(group -> group.comparison().stream()
                                .flatMap(comparison -> comparison.slopes().stream())
                                .map(slope -> new SlopeRow(axis, answer.criterion(), group.group(), slope))));
    }
}
