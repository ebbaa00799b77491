package dev.polylog.sweep.study;

import static dev.polylog.sweep.store.Column.ofDouble;
import static dev.polylog.sweep.store.Column.ofInt;
import static dev.polylog.sweep.store.Column.ofNullableDouble;
import static dev.polylog.sweep.store.Column.ofNullableLong;
import static dev.polylog.sweep.store.Column.ofString;

import dev.polylog.sweep.claim.Measurement;
import dev.polylog.sweep.claim.Ruling;
import dev.polylog.sweep.claim.Unmeasured;
import dev.polylog.sweep.store.Column;
import dev.polylog.sweep.store.Schema;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** A claim and what became of it. */
final class ClaimRow {
    static final Schema<Ruling> SCHEMA = new Schema<>(
            "claims",
            List.of(
                    ofString("store", "name of the store that the runs are in", Ruling::store),
                    ofString(
                            "id",
                            "what the sweep calls the claim",
                            row -> row.claim().id()),
                    ofString("says", "the claim in words", row -> row.claim().says()),
                    ofString("source", "who says so", row -> row.claim().source()),
                    ofString(
                            "statistic",
                            "the number that decides it, with what it was asked",
                            row -> row.claim().measure().toString()),
                    ofString(
                            "where",
                            "condition on the cells that it is about; empty for all",
                            row -> row.claim().where().map(Object::toString).orElse("")),
                    ofInt("cells", "number of these", Ruling::cells),
                    ofNullableLong(
                            "runs",
                            "number of runs that the number rests on",
                            row -> measured(row).map(Measurement::runs).orElse(null)),
                    ofMeasurement("value", "the number; missing where there is none", Measurement::value),
                    ofMeasurement(
                            "low",
                            "lower end of its 95 % interval",
                            measurement -> measurement.interval().lower()),
                    ofMeasurement(
                            "high",
                            "upper end",
                            measurement -> measurement.interval().upper()),
                    ofDouble(
                            "bound_low",
                            "least number under which the claim is true, or minus infinity",
                            row -> row.claim().relation().least()),
                    ofDouble(
                            "bound_high",
                            "largest such number, or infinity",
                            row -> row.claim().relation().most()),
                    ofString(
                            "verdict",
                            "holds or fails if the whole interval is inside or outside of the bounds, else undecided",
                            row -> row.standing().toString()),
                    ofString(
                            "remark",
                            "what the number was made of, or why there is none; may be empty",
                            row -> row.reading() instanceof Unmeasured none ? none.reason() : row.remark())));

    private ClaimRow() {}

    private static Optional<Measurement> measured(Ruling row) {
        return row.reading() instanceof Measurement measurement ? Optional.of(measurement) : Optional.empty();
    }

    private static Column<Ruling> ofMeasurement(String name, String meaning, ToDoubleFunction<Measurement> value) {
        return ofNullableDouble(
                name, meaning, row -> measured(row).map(value::applyAsDouble).orElse(null));
    }
}
