package dev.polylog.sweep.store;

import static dev.polylog.sweep.store.Column.ofDouble;
import static dev.polylog.sweep.store.Column.ofInt;
import static dev.polylog.sweep.store.Column.ofLong;
import static dev.polylog.sweep.store.Column.ofNullableDouble;
import static dev.polylog.sweep.store.Column.ofString;

import dev.polylog.trainer.observe.NeuronSnapshot;
import java.util.List;

/** A row of the table of neurons: one of a run, at a snapshot. */
record SnapshotRow(String runId, NeuronSnapshot neuron) {
    static final Schema<SnapshotRow> SCHEMA = Schema.of(
            "neurons",
            List.of(
                    ofString("run_id", "the run", SnapshotRow::runId),
                    ofLong("step", "step of the snapshot", row -> row.neuron.step()),
                    ofInt("neuron", "number of the neuron, from 0", row -> row.neuron.neuron()),
                    ofDouble("output_weight", "a", row -> row.neuron.outputWeight()),
                    ofDouble("w1", "first coordinate of w", row -> row.neuron.w1()),
                    ofDouble("w2", "second coordinate of w", row -> row.neuron.w2()),
                    ofDouble(
                            "perpendicular_norm",
                            "norm of the other coordinates of w",
                            row -> row.neuron.perpendicularNorm()),
                    ofNullableDouble("bias", "b; null without biases", row -> row.neuron.bias()),
                    ofNullableDouble(
                            "angle_from_start",
                            "angle between w and the first w, in radians",
                            row -> row.neuron.angleFromStart()),
                    ofNullableDouble(
                            "norm_from_start", "norm of w over that of the first w", row -> row.neuron.normFromStart()),
                    distance("distance_minus_minus", "(-1, -1)", 0),
                    distance("distance_plus_minus", "(1, -1)", 1),
                    distance("distance_minus_plus", "(-1, 1)", 2),
                    distance("distance_plus_plus", "(1, 1)", 3)));

    private static Column<SnapshotRow> distance(String name, String coordinates, int point) {
        return ofNullableDouble(
                name,
                "distance of " + coordinates
                        + " from the line w.x + b = 0, positive where the neuron is active; null but"
                        + " for four-points inputs",
                row -> row.neuron.distance(point));
    }
}
