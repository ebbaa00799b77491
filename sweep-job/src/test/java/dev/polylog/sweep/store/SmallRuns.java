package dev.polylog.sweep.store;

import dev.polylog.trainer.engine.EngineChoice;
import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.network.Width;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Outcome;
import dev.polylog.trainer.run.RunIdentity;
import dev.polylog.trainer.run.RunResult;
import dev.polylog.trainer.run.RunSpec;
import dev.polylog.trainer.run.Settings;
import dev.polylog.trainer.run.StopSignal;
import dev.polylog.trainer.run.Trainer;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Runs of a few milliseconds, and packs of them. */
final class SmallRuns {
    static final String SWEEP = "small";
    static final String CONFIGURATION = "name = small";
    static final Instant START = Instant.parse("2026-03-01T12:34:56.789012345Z");

    private static final Settings TINY = Settings.defaults()
            .with(Fields.D, 4L)
            .with(Fields.WIDTH, Width.of(3))
            .with(Fields.BATCH_SIZE, 8L)
            .with(Fields.TEST_SIZE, 16L)
            .with(Fields.MAX_STEPS, 4L)
            .with(Fields.SNAPSHOTS, List.of(0L, 2L));

    private SmallRuns() {}

    static RunRecord exhausted(int replicate) {
        return trained(TINY.with(Fields.STOP_AT_ERROR, 0.0), replicate);
    }

    static RunRecord reached(int replicate) {
        return trained(TINY.with(Fields.STOP_AT_ERROR, 1.0).with(Fields.STOP_CONFIRM, 1L), replicate);
    }

    static RunRecord diverged(int replicate) {
        return trained(TINY.with(Fields.STEP_SIZE, 1e30).with(Fields.D, 8L), replicate);
    }

    /** Of a dimension and a batch size that no int could hold. */
    static RunRecord large(int replicate) {
        return trained(
                TINY.with(Fields.ENGINE, EngineChoice.of(EngineType.LIMIT))
                        .with(Fields.D, 1_000_000_000_000L)
                        .with(Fields.BATCH_SIZE, 4_000_000_000_000L)
                        .with(Fields.STOP_AT_ERROR, 0.0),
                replicate);
    }

    static RunRecord failed(int replicate) {
        RunSpec spec = RunSpec.of(TINY.with(Fields.STOP_AT_ERROR, 0.0), 7, replicate);
        Outcome outcome = new Outcome.Failed("IllegalStateException: \"quoted\",\n\ud83d\ude80");
        return record(spec, new RunResult(outcome, 1, 0, List.of(), List.of(), List.of(), 0, 0));
    }

    private static RunRecord trained(Settings settings, int replicate) {
        RunSpec spec = RunSpec.of(settings, 7, replicate);
        return record(spec, Trainer.train(spec, StopSignal.NEVER, null));
    }

    private static RunRecord record(RunSpec spec, RunResult result) {
        return new RunRecord(SWEEP, RunIdentity.of(spec), spec, result, "test", START);
    }

    static String id(RunRecord record) {
        return record.identity().runId();
    }

    static PackWriter writer(String folder, int epoch, int pack) throws IOException {
        return PackWriter.open(folder, new PackName(epoch, pack, pack, 0), SWEEP, CONFIGURATION, "test");
    }

    static void publish(String folder, int epoch, int pack, RunRecord... records) throws IOException {
        PackWriter writer = writer(folder, epoch, pack);
        for (RunRecord record : records) {
            writer.add(record);
        }
        writer.publish();
    }

    static StoreSession open(String folder) throws IOException {
        return StoreSession.open(folder, SWEEP, Takeover.REFUSE);
    }
}
