package dev.polylog.sweep.study;

import static dev.polylog.sweep.store.Column.ofDouble;
import static dev.polylog.sweep.store.Column.ofInt;
import static dev.polylog.sweep.store.Column.ofLong;
import static dev.polylog.sweep.store.Column.ofNullableDouble;
import static dev.polylog.sweep.store.Column.ofString;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.survival.Quantile;
import dev.polylog.sweep.analysis.survival.RunningTime;
import dev.polylog.sweep.store.Column;
import dev.polylog.sweep.store.Schema;
import dev.polylog.sweep.theory.Expectation;
import dev.polylog.trainer.run.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A cell under the criterion of an answer. */
record CellRow(String axis, ScalingAnswer answer, CellSummary cell) implements OfCell {
    static final Schema<CellRow> SCHEMA = Schema.of(
            "cells",
            OfCell.columns(),
            List.of(
                    ofLong("d", "dimension of the inputs", row -> row.point().d()),
                    ofLong(
                            "planned",
                            "runs of the plan; with all plans, those in the store",
                            row -> row.point().planned())),
            outcomes(),
            List.of(
                    ofNullableDouble(
                            "median_test_error",
                            "median of the last test error over runs that were trained to their end",
                            CellRow::medianTestError),
                    ofString(
                            "observable",
                            "test_error or test_loss",
                            row -> row.answer.criterion().observable().column()),
                    ofDouble(
                            "threshold",
                            "what it had to fall to",
                            row -> row.answer.criterion().threshold().value()),
                    ofInt(
                            "confirm",
                            "at how many consecutive checkpoints",
                            row -> row.answer.criterion().threshold().confirm()),
                    ofLong(
                            "runs",
                            "runs with a trajectory, diverged ones included",
                            row -> row.cell.success().trials()),
                    ofLong(
                            "crossed",
                            "runs that crossed the threshold",
                            row -> row.cell.success().successes()),
                    ofTrials("success", "crossed / runs", cell -> cell.success().value()),
                    ofTrials(
                            "success_low",
                            "lower end of its Wilson interval, 95 %",
                            cell -> success(cell).lower()),
                    ofTrials("success_high", "upper end", cell -> success(cell).upper()),
                    ofMedian(
                            "median",
                            "Kaplan-Meier median of the samples to the threshold over runs that did not diverge before;"
                                    + " infinite if not reached",
                            Quantile::estimate),
                    ofMedian(
                            "median_low",
                            "lower end of its 95 % interval; 0 where runs are too few to tell",
                            median -> median.interval().lower()),
                    ofMedian(
                            "median_high",
                            "upper end; infinite where runs are too few to tell",
                            median -> median.interval().upper()),
                    ofTime("expected_samples", "samples of all runs / runs that crossed", RunningTime::estimate),
                    ofTime(
                            "expected_samples_low",
                            "lower end of its 95 % bootstrap interval",
                            time -> time.interval().lower()),
                    ofTime(
                            "expected_samples_high",
                            "upper end",
                            time -> time.interval().upper()),
                    ofTheory(
                            "theory_samples",
                            "median of the samples to the threshold over the starts of theory, without a free parameter;"
                                    + " infinite if not reached; empty where theory says nothing or was not asked",
                            Expectation::samples),
                    ofTheory("theory_least", "that of the fastest start", Expectation::least),
                    ofTheory("theory_most", "that of the slowest start", Expectation::most),
                    ofTheory("theory_starts", "number of starts", Expectation::starts)));

    private static List<Column<CellRow>> outcomes() {
        return Arrays.stream(Outcome.Kind.values())
                .map(outcome -> Column.<CellRow>ofLong(
                        outcome.toString(),
                        "runs with this outcome",
                        row -> row.cell.outcomes().count(outcome)))
                .toList();
    }

    /** What a cell has if it has a trajectory. */
    private static Column<CellRow> ofTrials(String name, String meaning, ToDoubleFunction<CellSummary> value) {
        return ofNullableDouble(
                name, meaning, row -> row.cell.success().trials() == 0 ? null : value.applyAsDouble(row.cell));
    }

    private static Column<CellRow> ofMedian(String name, String meaning, ToDoubleFunction<Quantile> value) {
        return ofNullableDouble(
                name,
                meaning,
                row -> row.cell.median().map(value::applyAsDouble).orElse(null));
    }

    private static Column<CellRow> ofTime(String name, String meaning, ToDoubleFunction<RunningTime> value) {
        return ofNullableDouble(
                name,
                meaning,
                row -> row.cell.runningTime().map(value::applyAsDouble).orElse(null));
    }

    private static Column<CellRow> ofTheory(String name, String meaning, ToDoubleFunction<Expectation> value) {
        return ofNullableDouble(
                name,
                meaning,
                row -> row.answer
                        .expectations()
                        .of(row.point().cell())
                        .map(value::applyAsDouble)
                        .orElse(null));
    }

    private static Interval success(CellSummary cell) {
        return cell.success().wilson(Confidence.USUAL);
    }

    private @Nullable Double medianTestError() {
        double error = cell.outcomes().medianTestError();
        return Double.isNaN(error) ? null : error;
    }

    @Override
    public DesignPoint point() {
        return cell.point();
    }

    /** Cells by answer. */
    static Stream<CellRow> of(StudyDesign design, List<ScalingAnswer> answers, List<List<CellSummary>> cells) {
        String axis = design.axis().toString();
        return IntStream.range(0, answers.size())
                .boxed()
                .flatMap(i -> cells.get(i).stream().map(cell -> new CellRow(axis, answers.get(i), cell)));
    }
}
