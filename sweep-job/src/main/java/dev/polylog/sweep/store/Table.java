package dev.polylog.sweep.store;

import static dev.polylog.sweep.store.Column.Type.DOUBLE;
import static dev.polylog.sweep.store.Column.Type.INT;
import static dev.polylog.sweep.store.Column.Type.LONG;
import static dev.polylog.sweep.store.Column.Type.STRING;
import static dev.polylog.sweep.store.Column.Type.TIMESTAMP;
import static dev.polylog.sweep.store.Column.nullable;
import static dev.polylog.sweep.store.Column.required;

import dev.polylog.trainer.observe.Observable;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The three tables of a store. */
@SuppressWarnings("ImmutableEnumChecker") // lists of columns are copies
public enum Table {
    RUNS(runsColumns()),
    TRAJECTORIES(trajectoriesColumns()),
    NEURONS(List.of(
            required("run_id", STRING, "the run"),
            required("step", LONG, "step of the snapshot"),
            required("neuron", INT, "number of the neuron, from 0"),
            required("output_weight", DOUBLE, "a"),
            required("w1", DOUBLE, "first coordinate of w"),
            required("w2", DOUBLE, "second coordinate of w"),
            required("perpendicular_norm", DOUBLE, "norm of the other coordinates of w")));

    private final List<Column> columns;

    Table(List<Column> columns) {
        this.columns = columns;
    }

    public List<Column> columns() {
        return columns;
    }

    Schema schema() {
        return new Schema(toString(), columns);
    }

    /** Name of the table and of its folder in the store. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static List<Column> runsColumns() {
        List<Column> columns = new ArrayList<>();
        columns.add(required("run_id", STRING, "hash of everything that determines the run"));
        columns.add(required("stream_id", STRING, "hash of everything that affects the dynamics"));
        columns.add(required("sweep", STRING, "name of the sweep"));
        columns.add(required("seed", LONG, "seed of the sweep"));
        columns.add(required("replicate", INT, "number of the repetition, from 0"));
        for (Field<?> field : Fields.ALL) {
            columns.add(fieldColumn(field));
        }
        columns.add(required("outcome", STRING, "reached, exhausted, diverged, rejected or failed"));
        columns.add(required("outcome_detail", STRING, "the outcome in words"));
        columns.add(nullable(
                "reached_at_step", LONG, "first of the consecutive checkpoints that met the target; null if none did"));
        columns.add(nullable("reached_at_samples", LONG, "training samples seen by then"));
        columns.add(required("steps", LONG, "steps taken"));
        columns.add(required("samples", LONG, "training samples seen"));
        for (Observable observable : Observable.ALL) {
            columns.add(
                    nullable("final_" + observable.column(), DOUBLE, observable.column() + " at the last checkpoint"));
        }
        columns.add(nullable("final_phase", STRING, "phase at the last checkpoint"));
        columns.add(required("numerics", STRING, "what the bits depend on besides the specification"));
        columns.add(required("version", STRING, "version of Polylog"));
        columns.add(required("started_at", TIMESTAMP, "when training began, UTC"));
        columns.add(required("wall_seconds", DOUBLE, "elapsed time"));
        columns.add(required("cpu_seconds", DOUBLE, "processor time"));
        return List.copyOf(columns);
    }

    private static Column fieldColumn(Field<?> field) {
        Column.Type type = switch (field.kind().form()) {
            case WHOLE -> LONG;
            case REAL -> DOUBLE;
            case WORD, STRUCTURE -> STRING;
        };
        String meaning = field.equals(Fields.ENGINE) ? "the resolved engine" : field.meaning();
        return field.isOptional() ? nullable(field.column(), type, meaning) : required(field.column(), type, meaning);
    }

    private static List<Column> trajectoriesColumns() {
        List<Column> columns = new ArrayList<>();
        columns.add(required("run_id", STRING, "the run"));
        columns.add(required("step", LONG, "step of the checkpoint"));
        columns.add(required("samples", LONG, "training samples seen"));
        columns.add(required("time", DOUBLE, "step * eta"));
        columns.add(nullable(
                "train_loss",
                DOUBLE,
                "mean loss over the last minibatch, at the parameters before that step; null at step 0"));
        for (Observable observable : Observable.ALL) {
            columns.add(nullable(observable.column(), DOUBLE, observable.meaning()));
        }
        columns.add(
                nullable("phase", STRING, "homogeneous, heterogeneous or heavy; null when the weights are not finite"));
        return List.copyOf(columns);
    }
}
