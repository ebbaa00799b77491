package dev.polylog.sweep.study;

import static dev.polylog.sweep.store.Column.ofDouble;
import static dev.polylog.sweep.store.Column.ofInt;
import static dev.polylog.sweep.store.Column.ofNullableDouble;
import static dev.polylog.sweep.store.Column.ofString;

import dev.polylog.sweep.analysis.scaling.Additive;
import dev.polylog.sweep.analysis.scaling.Estimate;
import dev.polylog.sweep.analysis.scaling.ExpectedMedians;
import dev.polylog.sweep.analysis.scaling.TheoryError;
import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.sweep.store.Column;
import dev.polylog.sweep.store.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Theory without a free parameter beside the runs of a group. */
record TheoryRow(String axis, Criterion criterion, GroupLaws laws, TheoryError error) implements OfGroup {
    static final Schema<TheoryRow> SCHEMA = Schema.of(
            "theory",
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
                    ofInt(
                            "confirm",
                            "at how many consecutive checkpoints",
                            row -> row.criterion.threshold().confirm()),
                    ofInt(
                            "places",
                            "values of the axis at which theory and runs both have a median",
                            row -> row.error.cells()),
                    ofDouble("error", "mean over these of theory / runs - 1, of n*", row -> row.error.mean()),
                    ofDouble("error_least", "least of them", row -> row.error.least()),
                    ofDouble("error_most", "largest of them", row -> row.error.most()),
                    ofNullableDouble(
                            "c1",
                            "of d (c0 + c1 log d) through the medians of theory there, from two places on",
                            row -> row.curve().map(ExpectedMedians.Curve::c1).orElse(null)),
                    ofNullableDouble(
                            "c1_error",
                            "its standard error, by the spread of the starts of theory",
                            row -> row.curve().map(ExpectedMedians.Curve::error).orElse(null)),
                    ofEstimate("measured_c1", "of the same law fitted to the runs", Estimate::value),
                    ofEstimate(
                            "measured_c1_low",
                            "lower end of its 95 % profile-likelihood interval",
                            c1 -> c1.interval().lower()),
                    ofEstimate(
                            "measured_c1_high", "upper end", c1 -> c1.interval().upper())));

    private static Column<TheoryRow> ofEstimate(String name, String meaning, ToDoubleFunction<Estimate> value) {
        return ofNullableDouble(
                name, meaning, row -> row.measured().map(value::applyAsDouble).orElse(null));
    }

    private Optional<ExpectedMedians.Curve> curve() {
        return laws.expectedCurve();
    }

    private Optional<Estimate> measured() {
        return laws.comparison()
                .flatMap(comparison -> comparison.find(Additive.LOG))
                .map(law -> law.estimate("c1"));
    }

    @Override
    public String group() {
        return laws.group();
    }

    static Stream<TheoryRow> of(StudyDesign design, List<ScalingAnswer> answers) {
        String axis = design.axis().toString();
        return answers.stream()
                .flatMap(answer -> answer.groups().stream()
                        .flatMap(group -> TheoryError.of(group.cells(), group.expected()).stream()
                                .map(error -> new TheoryRow(axis, answer.criterion(), group, error))));
    }
}
