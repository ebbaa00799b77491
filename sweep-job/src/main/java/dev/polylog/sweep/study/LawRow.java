package dev.polylog.sweep.study;

import static dev.polylog.sweep.store.Column.ofDouble;
import static dev.polylog.sweep.store.Column.ofInt;
import static dev.polylog.sweep.store.Column.ofNullableDouble;
import static dev.polylog.sweep.store.Column.ofString;

import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.scaling.Bootstrap;
import dev.polylog.sweep.analysis.scaling.Candidate;
import dev.polylog.sweep.analysis.scaling.Estimate;
import dev.polylog.sweep.analysis.scaling.HoldOut;
import dev.polylog.sweep.analysis.scaling.Prediction;
import dev.polylog.sweep.analysis.scaling.Verdict;
import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.sweep.store.Column;
import dev.polylog.sweep.store.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** A parameter of a law that was fitted to a group of cells. */
record LawRow(String axis, Criterion criterion, GroupLaws laws, Candidate candidate, Estimate estimate)
        implements OfGroup {
    static final Schema<LawRow> SCHEMA = Schema.of(
            "laws",
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
                    ofString(
                            "decision",
                            "supported, undecided, no_law_fits or too_little_data: all laws of a group together",
                            LawRow::decision),
                    ofString(
                            "law",
                            "n* as a function of the axis",
                            row -> row.candidate.law().formula(row.axis)),
                    ofString(
                            "parameter",
                            "of the law; spread is the standard deviation of log n* around it",
                            row -> row.estimate.name()),
                    ofDouble("estimate", "of largest likelihood", row -> row.estimate.value()),
                    ofDouble(
                            "low",
                            "lower end of the 95 % profile-likelihood interval",
                            row -> row.estimate.interval().lower()),
                    ofDouble("high", "upper end", row -> row.estimate.interval().upper()),
                    ofBootstrap(
                            "bootstrap_low",
                            "lower end of the 95 % bootstrap interval, where one was computed",
                            Interval::lower),
                    ofBootstrap("bootstrap_high", "upper end", Interval::upper),
                    ofDouble("aicc_delta", "AICc of the law minus the least", row -> row.candidate.delta()),
                    ofDouble(
                            "weight",
                            "Akaike weight of the law; NaN for one with coefficients of theory, which is not among the others",
                            row -> row.candidate.weight()),
                    ofDouble(
                            "misfit",
                            "probability of a misfit as large if the law is true; NaN where it has none",
                            row -> row.candidate.misfit()),
                    ofHoldOut("hold_out_x", "value of the axis that was held out", HoldOut::x),
                    ofPrediction(
                            "hold_out_predicted",
                            "geometric mean that the law predicted there from the others",
                            Prediction::median),
                    ofPrediction(
                            "hold_out_low",
                            "lower end of the 95 % interval of one run",
                            prediction -> prediction.prediction().lower()),
                    ofPrediction(
                            "hold_out_high",
                            "upper end",
                            prediction -> prediction.prediction().upper()),
                    ofHoldOut(
                            "hold_out_observed",
                            "Kaplan-Meier median there",
                            held -> held.observed().estimate()),
                    ofHoldOut("hold_out_score", "log-probability of what was observed there", HoldOut::logScore)));

    private static Column<LawRow> ofBootstrap(String name, String meaning, ToDoubleFunction<Interval> value) {
        return ofNullable(name, meaning, LawRow::bootstrap, value);
    }

    private static Column<LawRow> ofHoldOut(String name, String meaning, ToDoubleFunction<HoldOut> value) {
        return ofNullable(name, meaning, row -> row.candidate.holdOut(), value);
    }

    private static Column<LawRow> ofPrediction(String name, String meaning, ToDoubleFunction<Prediction> value) {
        return ofNullable(name, meaning, row -> row.candidate.holdOut().flatMap(HoldOut::prediction), value);
    }

    private static <T> Column<LawRow> ofNullable(
            String name, String meaning, Function<LawRow, Optional<T>> part, ToDoubleFunction<T> value) {
        return ofNullableDouble(
                name, meaning, row -> part.apply(row).map(value::applyAsDouble).orElse(null));
    }

    private String decision() {
        return laws.verdict()
                .map(Verdict::decision)
                .map(Enum::name)
                .orElse("too_little_data")
                .toLowerCase(Locale.ROOT);
    }

    private Optional<Interval> bootstrap() {
        return Optional.ofNullable(laws.bootstraps().get(candidate.law()))
                .map(Bootstrap::intervals)
                .map(intervals -> intervals.get(estimate.name()));
    }

    @Override
    public String group() {
        return laws.group();
    }

    static Stream<LawRow> of(StudyDesign design, List<ScalingAnswer> answers) {
        String axis = design.axis().toString();
        return answers.stream()
                .flatMap(answer -> answer.groups().stream()
                        .flatMap(group -> group.comparison().stream()
                                .flatMap(comparison ->
                                        Stream.concat(comparison.candidates().stream(), comparison.theory().stream()))
                                .flatMap(candidate -> candidate.estimates().stream()
                                        .map(estimate ->
                                                new LawRow(axis, answer.criterion(), group, candidate, estimate)))));
    }
}
