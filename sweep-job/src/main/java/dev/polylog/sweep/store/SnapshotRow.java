package dev.polylog.sweep.store;

import static dev.polylog.sweep.store.Column.ofDouble;
import static dev.polylog.sweep.store.Column.ofInt;
import static dev.polylog.sweep.store.Column.ofLong;
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
                            row -> row.neuron.perpendicularNorm())));
}
