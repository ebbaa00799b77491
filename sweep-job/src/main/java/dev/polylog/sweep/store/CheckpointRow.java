package dev.polylog.sweep.store;

import static dev.polylog.sweep.store.Column.ofDouble;
import static dev.polylog.sweep.store.Column.ofLong;
import static dev.polylog.sweep.store.Column.ofNullableDouble;
import static dev.polylog.sweep.store.Column.ofNullableString;
import static dev.polylog.sweep.store.Column.ofString;

import dev.polylog.trainer.observe.Checkpoint;
import dev.polylog.trainer.observe.Observable;
import dev.polylog.trainer.observe.Phase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the table of trajectories: a checkpoint of a run. */
record CheckpointRow(String runId, Checkpoint checkpoint) {
    static final Schema<CheckpointRow> SCHEMA = Schema.of(
            "trajectories",
            List.of(
                    ofString("run_id", "the run", CheckpointRow::runId),
                    ofLong("step", "step of the checkpoint", row -> row.checkpoint.step()),
                    ofLong("samples", "training samples seen", row -> row.checkpoint.samples()),
                    ofDouble("time", "step * eta", row -> row.checkpoint.time()),
                    ofNullableDouble(
                            "train_loss",
                            "mean loss over the last minibatch, at the parameters before that step; null at step 0",
                            row -> row.checkpoint.trainLoss())),
            observables(),
            List.of(ofNullableString(
                    "phase",
                    "homogeneous, heterogeneous or heavy; null when the weights are not finite",
                    row -> phase(row.checkpoint))));

    private static List<Column<CheckpointRow>> observables() {
        List<Column<CheckpointRow>> columns = new ArrayList<>();
        for (int i = 0; i < Observable.ALL.size(); i++) {
            Observable observable = Observable.ALL.get(i);
            int position = i;
            columns.add(
                    ofNullableDouble(observable.column(), observable.meaning(), row -> row.checkpoint.value(position)));
        }
        return columns;
    }

    static @Nullable String phase(Checkpoint checkpoint) {
        Phase phase = checkpoint.phase();
        return phase == null ? null : phase.toString();
    }
}
