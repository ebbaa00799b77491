package dev.polylog.sweep.store;

import static dev.polylog.sweep.store.Column.ofDouble;
import static dev.polylog.sweep.store.Column.ofInt;
import static dev.polylog.sweep.store.Column.ofLong;
import static dev.polylog.sweep.store.Column.ofNullableDouble;
import static dev.polylog.sweep.store.Column.ofNullableLong;
import static dev.polylog.sweep.store.Column.ofNullableString;
import static dev.polylog.sweep.store.Column.ofString;
import static dev.polylog.sweep.store.Column.ofTimestamp;

import dev.polylog.trainer.linalg.Numerics;
import dev.polylog.trainer.observe.Checkpoint;
import dev.polylog.trainer.observe.Observable;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Outcome;
import dev.polylog.trainer.run.RunIdentity;
import dev.polylog.trainer.run.RunResult;
import dev.polylog.trainer.run.RunSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the table of runs: one that finished or failed. */
public record RunRecord(
        String sweep, RunIdentity identity, RunSpec spec, RunResult result, String version, Instant startedAt) {
    static final Schema<RunRecord> SCHEMA = Schema.of(
            "runs",
            List.of(
                    ofString("run_id", "hash of everything that determines the run", record -> record.identity.runId()),
                    ofString(
                            "stream_id",
                            "hash of everything that affects the dynamics",
                            record -> record.identity.streamId()),
                    ofString("sweep", "name of the sweep", RunRecord::sweep),
                    ofLong("seed", "seed of the sweep", record -> record.spec.seed()),
                    ofInt("replicate", "number of the repetition, from 0", record -> record.spec.replicate())),
            fields(),
            List.of(
                    ofString(
                            "outcome",
                            outcomes(),
                            record -> record.result.outcome().kind().toString()),
                    ofString(
                            "outcome_detail",
                            "the outcome in words",
                            record -> record.result.outcome().detail()),
                    ofNullableLong(
                            "reached_at_step",
                            "first of the consecutive checkpoints that met the target; null if none did",
                            record ->
                                    record.result.outcome() instanceof Outcome.Reached reached ? reached.step() : null),
                    ofNullableLong(
                            "reached_at_samples",
                            "training samples seen by then",
                            record -> record.result.outcome() instanceof Outcome.Reached reached
                                    ? reached.samples()
                                    : null),
                    ofLong("steps", "steps taken", record -> record.result.steps()),
                    ofLong(
                            "samples",
                            "training samples seen",
                            record -> record.result.steps()
                                    * record.spec.training().batchSize()),
                    ofInt("draws", "first networks that were drawn", record -> record.result.draws()),
                    ofNullableDouble(
                            "initial_dead_class_1",
                            "dead_class_1 at the first checkpoint",
                            record -> record.initial("dead_class_1")),
                    ofNullableDouble(
                            "initial_dead_class_0",
                            "dead_class_0 at the first checkpoint",
                            record -> record.initial("dead_class_0"))),
            observables(),
            List.of(
                    ofNullableString("final_phase", "phase at the last checkpoint", record -> {
                        Checkpoint last = record.lastCheckpoint();
                        return last == null ? null : CheckpointRow.phase(last);
                    }),
                    ofString(
                            "numerics",
                            "what the bits depend on besides the specification",
                            record -> Numerics.fingerprint()),
                    ofString("version", "version of Polylog", RunRecord::version),
                    ofTimestamp("started_at", "when training began, UTC", RunRecord::startedAt),
                    ofDouble("wall_seconds", "elapsed time", record -> record.result.wallSeconds()),
                    ofDouble("cpu_seconds", "processor time", record -> record.result.cpuSeconds())));

    /** Such as {@code reached, exhausted or failed}. */
    private static String outcomes() {
        List<String> names =
                Arrays.stream(Outcome.Kind.values()).map(Outcome.Kind::toString).toList();
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " or " + names.get(last);
    }

    private static List<Column<RunRecord>> fields() {
        List<Column<RunRecord>> columns = new ArrayList<>();
        for (Field<?> field : Fields.ALL) {
            Column.Type type = switch (field.kind().form()) {
                case WHOLE -> Column.Type.LONG;
                case REAL -> Column.Type.DOUBLE;
                case WORD, STRUCTURE -> Column.Type.STRING;
            };
            columns.add(new Column<>(
                    field.column(),
                    type,
                    field.isOptional() || !field.kind().words().isEmpty()
                            ? Column.Presence.NULLABLE
                            : Column.Presence.REQUIRED,
                    field.equals(Fields.ENGINE) ? "the resolved engine, or ridge" : meaning(field),
                    record -> Fields.cell(field, record.spec)));
        }
        return columns;
    }

    private static String meaning(Field<?> field) {
        List<String> words = field.kind().words();
        return words.isEmpty() ? field.meaning() : field.meaning() + "; null if " + String.join(" or ", words);
    }

    private static List<Column<RunRecord>> observables() {
        List<Column<RunRecord>> columns = new ArrayList<>();
        for (int i = 0; i < Observable.ALL.size(); i++) {
            String column = Observable.ALL.get(i).column();
            int position = i;
            columns.add(ofNullableDouble("final_" + column, column + " at the last checkpoint", record -> {
                Checkpoint last = record.lastCheckpoint();
                return last == null ? null : last.value(position);
            }));
        }
        return columns;
    }

    private @Nullable Double initial(String column) {
        List<Checkpoint> checkpoints = result.checkpoints();
        return checkpoints.isEmpty() ? null : checkpoints.get(0).value(Observable.position(column));
    }

    private @Nullable Checkpoint lastCheckpoint() {
        List<Checkpoint> checkpoints = result.checkpoints();
        return checkpoints.isEmpty() ? null : checkpoints.get(checkpoints.size() - 1);
    }
}
