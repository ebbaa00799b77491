package dev.polylog.sweep.study;

import static dev.polylog.sweep.store.Column.ofDouble;
import static dev.polylog.sweep.store.Column.ofString;

import dev.polylog.sweep.analysis.scaling.Residual;
import dev.polylog.sweep.analysis.scaling.ScalingLaw;
import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.sweep.store.Schema;
import java.util.List;
import java.util.stream.Stream;

/** How far a cell of a group is from a law. */
record ResidualRow(String axis, Criterion criterion, String group, ScalingLaw law, Residual residual)
        implements OfGroup {
    static final Schema<ResidualRow> SCHEMA = Schema.of(
            "residuals",
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
                    ofString("law", "n* as a function of the axis", row -> row.law.formula(row.axis)),
                    ofDouble("x", "value of the axis", row -> row.residual.x()),
                    ofDouble(
                            "residual",
                            "log of the cell's own median minus log of the law's",
                            row -> row.residual.value()),
                    ofDouble(
                            "low",
                            "lower end of the 95 % interval of the cell's own median, relative to the law",
                            row -> row.residual.interval().lower()),
                    ofDouble("high", "upper end", row -> row.residual.interval().upper())));

    static Stream<ResidualRow> of(StudyDesign design, List<ScalingAnswer> answers) {
        String axis = design.axis().toString();
        return answers.stream()
                .flatMap(answer -> answer.groups().stream()
                        .flatMap(group -> group.comparison().stream()
                                .flatMap(comparison -> comparison.candidates().stream())
                                .flatMap(candidate -> candidate.residuals().stream()
                                        .map(residual -> new ResidualRow(
                                                axis, answer.criterion(), group.group(), candidate.law(), residual)))));
    }
}
