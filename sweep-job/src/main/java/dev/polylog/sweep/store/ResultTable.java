package dev.polylog.sweep.store;

import static dev.polylog.sweep.store.Column.Type.DOUBLE;
import static dev.polylog.sweep.store.Column.Type.INT;
import static dev.polylog.sweep.store.Column.Type.LONG;
import static dev.polylog.sweep.store.Column.Type.STRING;
import static dev.polylog.sweep.store.Column.nullable;
import static dev.polylog.sweep.store.Column.required;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The tables of an analysis. */
@SuppressWarnings("ImmutableEnumChecker") // lists of columns are copies
public enum ResultTable {
    CROSSINGS(
            ofCell(),
            required("d", LONG, "dimension of the inputs"),
            required("replicate", INT, "number of the repetition"),
            required("run_id", STRING, "the run"),
            required("observable", STRING, "what had to fall to the threshold: test_error or test_loss"),
            required("threshold", DOUBLE, "to what"),
            required("confirm", INT, "at how many consecutive checkpoints"),
            required("lower", DOUBLE, "samples at the last checkpoint known to be earlier"),
            required("upper", DOUBLE, "samples at the first of these checkpoints; infinite if there are none"),
            required("spent", DOUBLE, "samples that the run took to tell")),
    CELLS(
            ofCell(),
            required("d", LONG, "dimension of the inputs"),
            required("planned", LONG, "runs of the plan"),
            required("reached", LONG, "runs with this outcome"),
            required("exhausted", LONG, "runs with this outcome"),
            required("diverged", LONG, "runs with this outcome"),
            required("rejected", LONG, "runs with this outcome"),
            required("failed", LONG, "runs with this outcome"),
            nullable("median_test_error", DOUBLE, "median over runs of the last test error"),
            required("observable", STRING, "test_error or test_loss"),
            required("threshold", DOUBLE, "what it had to fall to"),
            required("confirm", INT, "at how many consecutive checkpoints"),
            required("runs", LONG, "runs with a trajectory, diverged ones included"),
            required("crossed", LONG, "runs that crossed the threshold"),
            nullable("success", DOUBLE, "crossed / runs"),
            nullable("success_low", DOUBLE, "lower end of its Wilson interval, 95 %"),
            nullable("success_high", DOUBLE, "upper end"),
            nullable("median", DOUBLE, "Kaplan-Meier median of the samples to the threshold; infinite if not reached"),
            nullable("median_low", DOUBLE, "lower end of its 95 % interval"),
            nullable("median_high", DOUBLE, "upper end"),
            nullable("expected_samples", DOUBLE, "samples of all runs / runs that crossed"),
            nullable("expected_samples_low", DOUBLE, "lower end of its 95 % bootstrap interval"),
            nullable("expected_samples_high", DOUBLE, "upper end")),
    LAWS(
            ofGroup(),
            required("observable", STRING, "test_error or test_loss"),
            required("threshold", DOUBLE, "what it had to fall to"),
            required("confirm", INT, "at how many consecutive checkpoints"),
            required(
                    "decision",
                    STRING,
                    "supported, undecided, no_law_fits or too_little_data: all laws of a group together"),
            required("law", STRING, "n* as a function of the axis"),
            required("parameter", STRING, "of the law; sigma is the standard deviation of log n* around it"),
            required("estimate", DOUBLE, "of largest likelihood"),
            required("low", DOUBLE, "lower end of the 95 % profile-likelihood interval"),
            required("high", DOUBLE, "upper end"),
            nullable("bootstrap_low", DOUBLE, "lower end of the 95 % bootstrap interval, where one was computed"),
            nullable("bootstrap_high", DOUBLE, "upper end"),
            required("aicc_delta", DOUBLE, "AICc of the law minus the least"),
            required("weight", DOUBLE, "Akaike weight of the law"),
            required("misfit", DOUBLE, "probability of a misfit as large if the law is true; NaN where it has none"),
            nullable("hold_out_x", DOUBLE, "value of the axis that was held out"),
            nullable("hold_out_predicted", DOUBLE, "median that the law predicted there from the others"),
            nullable("hold_out_low", DOUBLE, "lower end of the 95 % interval of one run"),
            nullable("hold_out_high", DOUBLE, "upper end"),
            nullable("hold_out_observed", DOUBLE, "Kaplan-Meier median there"),
            nullable("hold_out_score", DOUBLE, "log-probability of what was observed there")),
    SLOPES(
            ofGroup(),
            required("observable", STRING, "test_error or test_loss"),
            required("threshold", DOUBLE, "what it had to fall to"),
            required("from_x", DOUBLE, "value of the axis"),
            required("to_x", DOUBLE, "next value of the axis"),
            required("slope", DOUBLE, "difference of log n* over difference of log x"),
            required("low", DOUBLE, "lower end of its 95 % interval"),
            required("high", DOUBLE, "upper end")),
    RESIDUALS(
            ofGroup(),
            required("observable", STRING, "test_error or test_loss"),
            required("threshold", DOUBLE, "what it had to fall to"),
            required("law", STRING, "n* as a function of the axis"),
            required("x", DOUBLE, "value of the axis"),
            required("residual", DOUBLE, "log of the cell's own median minus log of the law's"),
            required("low", DOUBLE, "lower end of the 95 % interval of the cell's own median, relative to the law"),
            required("high", DOUBLE, "upper end")),
    BANDS(
            ofCell(),
            required("d", LONG, "dimension of the inputs"),
            required("observable", STRING, "test_error or test_loss"),
            required("samples", LONG, "training samples seen"),
            required(
                    "runs", LONG, "runs that the quantiles are over: all of the cell that neither diverged nor failed"),
            required("q05", DOUBLE, "5 % quantile"),
            required("q25", DOUBLE, "25 % quantile"),
            required("q50", DOUBLE, "median"),
            required("q75", DOUBLE, "75 % quantile"),
            required("q95", DOUBLE, "95 % quantile")),
    GROWTH(
            ofCell(),
            required("run_id", STRING, "the run"),
            required("block", STRING, "mu1_plus, mu1_minus, mu2_plus or mu2_minus"),
            required("from_step", LONG, "step of a checkpoint in the heavy phase"),
            required("to_step", LONG, "step of the next one that was read"),
            required("predicted", DOUBLE, "mean over both of log(1 + 2 eta g), a step"),
            required("measured", DOUBLE, "growth of the block's log mass between them, a step")),
    PHASES(
            ofCell(),
            required("run_id", STRING, "the run"),
            required("phase", STRING, "heterogeneous or heavy"),
            required("lower", DOUBLE, "samples at the last checkpoint known to be before it"),
            required("upper", DOUBLE, "samples at the first checkpoint in it; infinite if there is none"));

    private final List<Column> columns;

    ResultTable(List<Column> first, Column... others) {
        List<Column> all = new ArrayList<>(first);
        all.addAll(Arrays.asList(others));
        columns = List.copyOf(all);
    }

    private static List<Column> ofGroup() {
        return List.of(
                required("cells", STRING, "values of the fields that tell groups of cells apart; may be empty"),
                required("axis", STRING, "field along which cells of a group are compared"));
    }

    private static List<Column> ofCell() {
        List<Column> columns = new ArrayList<>(ofGroup());
        columns.add(required("x", DOUBLE, "value of that field"));
        return columns;
    }

    public List<Column> columns() {
        return columns;
    }

    Schema schema() {
        return new Schema(toString(), columns);
    }

    /** Name of the table and of its files. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
