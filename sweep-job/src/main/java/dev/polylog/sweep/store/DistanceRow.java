package dev.polylog.sweep.store;

import static dev.polylog.sweep.store.Column.ofDouble;
import static dev.polylog.sweep.store.Column.ofInt;
import static dev.polylog.sweep.store.Column.ofLong;
import static dev.polylog.sweep.store.Column.ofString;

import dev.polylog.trainer.observe.DistanceTenth;
import java.util.List;

/** A row of the table of distances: a tenth of the test samples of a run, at a snapshot. */
record DistanceRow(String runId, DistanceTenth tenth) {
    static final Schema<DistanceRow> SCHEMA = Schema.of(
            "distances",
            List.of(
                    ofString("run_id", "the run", DistanceRow::runId),
                    ofLong("step", "step of the snapshot", row -> row.tenth.step()),
                    ofInt(
                            "tenth",
                            "which tenth of the test samples by distance, 1 (the nearest) to 10",
                            row -> row.tenth.tenth()),
                    ofDouble("distance_from", "distance of its nearest sample", row -> row.tenth.from()),
                    ofDouble("distance_to", "distance of its farthest sample", row -> row.tenth.to()),
                    ofInt("samples", "number of its samples", row -> row.tenth.samples()),
                    ofDouble(
                            "test_error",
                            "share of its samples on the wrong side of the middle between the classes; the middle itself"
                                    + " counts one half",
                            row -> row.tenth.testError())));
}
