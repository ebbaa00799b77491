package dev.polylog.sweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.network.Width;
import dev.polylog.trainer.observe.Checkpoint;
import dev.polylog.trainer.observe.DistanceTenth;
import dev.polylog.trainer.observe.NeuronSnapshot;
import dev.polylog.trainer.observe.Observable;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Outcome;
import dev.polylog.trainer.run.RunIdentity;
import dev.polylog.trainer.run.RunResult;
import dev.polylog.trainer.run.RunSpec;
import dev.polylog.trainer.run.Settings;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows of which no two values are equal, so that no column can pass for another. */
class TableTest {
    private static final RunSpec SPEC = RunSpec.of(
            Settings.defaults()
                    .with(Fields.D, 9L)
                    .with(Fields.WIDTH, Width.of(5))
                    .with(Fields.BATCH_SIZE, 8L)
                    .with(Fields.STEP_SIZE, 0.25)
                    .with(Fields.STOP_AT_ERROR, 0.125),
            11,
            3);
    private static final RunIdentity IDENTITY = RunIdentity.of(SPEC);

    @Test
    void aRunSaysWhatItIs() {
        assertThat(run(new Outcome.Exhausted("in words")))
                .containsEntry("run_id", IDENTITY.runId())
                .containsEntry("stream_id", IDENTITY.streamId())
                .containsEntry("sweep", "the sweep")
                .containsEntry("seed", 11L)
                .containsEntry("replicate", 3)
                .containsEntry("d", 9L)
                .containsEntry("width", 5L)
                .containsEntry("batch_size", 8L)
                .containsEntry("step_size", 0.25)
                .containsEntry("stop_at_error", 0.125)
                .containsEntry("stop_at_loss", null)
                .containsEntry("engine", "dense")
                .containsEntry("version", "the version");
    }

    @Test
    void aRunSaysWhatCameOfIt() {
        assertThat(run(new Outcome.Reached("in words", 6, 48)))
                .containsEntry("outcome", "reached")
                .containsEntry("outcome_detail", "in words")
                .containsEntry("reached_at_step", 6L)
                .containsEntry("reached_at_samples", 48L)
                .containsEntry("steps", 7L)
                .containsEntry("samples", 56L)
                .containsEntry("draws", 3)
                .containsEntry("initial_dead_class_1", 100.0 + Observable.position("dead_class_1"))
                .containsEntry("initial_dead_class_0", 100.0 + Observable.position("dead_class_0"))
                .containsEntry("final_phase", "homogeneous")
                .containsEntry("started_at", 1_000_002L)
                .containsEntry("wall_seconds", 2.5)
                .containsEntry("cpu_seconds", 1.5)
                .containsAllEntriesOf(observables("final_", 200));
        assertThat(run(new Outcome.Exhausted("in words")))
                .containsEntry("outcome", "exhausted")
                .containsEntry("reached_at_step", null)
                .containsEntry("reached_at_samples", null);
    }

    @Test
    void aRunWithoutATrajectoryHasNoLastCheckpoint() {
        RunResult result = new RunResult(new Outcome.Failed("in words"), 1, 0, List.of(), List.of(), List.of(), 0, 0);
        Map<String, Object> row = NamedValues.of(RunRecord.SCHEMA, record(result));
        assertThat(row).containsEntry("outcome", "failed").containsEntry("final_phase", null);
        Observable.ALL.forEach(observable -> assertThat(row).containsEntry("final_" + observable.column(), null));
    }

    @Test
    void aCheckpointSaysWhatWasMeasured() {
        assertThat(NamedValues.of(CheckpointRow.SCHEMA, new CheckpointRow("the run", checkpoint(5, 100))))
                .containsEntry("run_id", "the run")
                .containsEntry("step", 5L)
                .containsEntry("samples", 40L)
                .containsEntry("time", 1.25)
                .containsEntry("train_loss", 1.0)
                .containsEntry("phase", "homogeneous")
                .containsAllEntriesOf(observables("", 100));
        assertThat(NamedValues.of(CheckpointRow.SCHEMA, new CheckpointRow("the run", checkpoint(0, 100))))
                .containsEntry("train_loss", null);
    }

    @Test
    void aNeuronSaysWhereItIs() {
        NeuronSnapshot neuron =
                new NeuronSnapshot(4, 2, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, List.of(1.0, 2.0, 3.0, 4.0));
        assertThat(NamedValues.of(SnapshotRow.SCHEMA, new SnapshotRow("the run", neuron)))
                .containsEntry("run_id", "the run")
                .containsEntry("step", 4L)
                .containsEntry("neuron", 2)
                .containsEntry("output_weight", 0.1)
                .containsEntry("w1", 0.2)
                .containsEntry("w2", 0.3)
                .containsEntry("perpendicular_norm", 0.4)
                .containsEntry("bias", 0.5)
                .containsEntry("angle_from_start", 0.6)
                .containsEntry("norm_from_start", 0.7)
                .containsEntry("distance_minus_minus", 1.0)
                .containsEntry("distance_plus_minus", 2.0)
                .containsEntry("distance_minus_plus", 3.0)
                .containsEntry("distance_plus_plus", 4.0);
        NeuronSnapshot bare = new NeuronSnapshot(4, 2, 0.1, 0.2, 0.3, 0.4, null, null, null, List.of());
        assertThat(NamedValues.of(SnapshotRow.SCHEMA, new SnapshotRow("the run", bare)))
                .containsEntry("bias", null)
                .containsEntry("angle_from_start", null)
                .containsEntry("norm_from_start", null)
                .containsEntry("distance_plus_plus", null);
    }

    @Test
    void aTenthSaysWhatIsMisjudgedThere() {
        DistanceTenth tenth = new DistanceTenth(4, 2, 0.1, 0.2, 30, 0.4);
        assertThat(NamedValues.of(DistanceRow.SCHEMA, new DistanceRow("the run", tenth)))
                .containsEntry("run_id", "the run")
                .containsEntry("step", 4L)
                .containsEntry("tenth", 2)
                .containsEntry("distance_from", 0.1)
                .containsEntry("distance_to", 0.2)
                .containsEntry("samples", 30)
                .containsEntry("test_error", 0.4);
    }

    private static Map<String, Object> run(Outcome outcome) {
        List<Checkpoint> checkpoints = List.of(checkpoint(0, 100), checkpoint(7, 200));
        return NamedValues.of(
                RunRecord.SCHEMA, record(new RunResult(outcome, 3, 7, checkpoints, List.of(), List.of(), 2.5, 1.5)));
    }

    private static RunRecord record(RunResult result) {
        return new RunRecord("the sweep", IDENTITY, SPEC, result, "the version", Instant.ofEpochSecond(1, 2_999));
    }

    private static Checkpoint checkpoint(long step, double from) {
        Map<String, Double> values = new HashMap<>();
        observables("", from).forEach((column, value) -> values.put(column, (Double) value));
        return MadeUpCheckpoint.of(step, step * 8, step * 0.25, values);
    }

    /** Each observable with a number of its own. */
    private static Map<String, Object> observables(String prefix, double from) {
        Map<String, Object> values = new HashMap<>();
        for (int i = 0; i < Observable.ALL.size(); i++) {
            values.put(prefix + Observable.ALL.get(i).column(), from + i);
        }
        return values;
    }
}
