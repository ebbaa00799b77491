package dev.polylog.sweep.store;

import dev.polylog.trainer.linalg.Numerics;
import dev.polylog.trainer.observe.Checkpoint;
import dev.polylog.trainer.observe.NeuronSnapshot;
import dev.polylog.trainer.observe.Observable;
import dev.polylog.trainer.run.Canonical;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Outcome;
import dev.polylog.trainer.run.RunIdentity;
import dev.polylog.trainer.run.RunResult;
import dev.polylog.trainer.run.RunSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A finished or failed run as rows of the three tables, values in the order of the columns. */
public record RunRecord(
        String sweep, RunIdentity identity, RunSpec spec, RunResult result, String version, Instant startedAt) {

    List<@Nullable Object> run() {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(identity.runId());
        row.add(identity.streamId());
        row.add(sweep);
        row.add(spec.seed());
        row.add(spec.replicate());
        for (Field<?> field : Fields.ALL) {
            row.add(cell(field.of(spec)));
        }
        Outcome outcome = result.outcome();
        row.add(outcome.name());
        row.add(outcome.detail());
        row.add(outcome instanceof Outcome.Reached reached ? reached.step() : null);
        row.add(outcome instanceof Outcome.Reached reached ? reached.samples() : null);
        row.add(result.steps());
        row.add(result.steps() * spec.training().batchSize());
        addFinal(row);
        row.add(Numerics.fingerprint());
        row.add(version);
        row.add(ChronoUnit.MICROS.between(Instant.EPOCH, startedAt));
        row.add(result.wallSeconds());
        row.add(result.cpuSeconds());
        return row;
    }

    private void addFinal(List<@Nullable Object> row) {
        List<Checkpoint> checkpoints = result.checkpoints();
        Checkpoint last = checkpoints.isEmpty() ? null : checkpoints.get(checkpoints.size() - 1);
        for (int i = 0; i < Observable.ALL.size(); i++) {
            row.add(last == null ? null : last.value(i));
        }
        row.add(last == null || last.phase() == null ? null : last.phase().toString());
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return value == null || value instanceof Number ? value : Canonical.text(value);
    }

    List<@Nullable Object> checkpoint(Checkpoint checkpoint) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(identity.runId());
        row.add(checkpoint.step());
        row.add(checkpoint.samples());
        row.add(checkpoint.time());
        row.add(checkpoint.trainLoss());
        for (int i = 0; i < Observable.ALL.size(); i++) {
            row.add(checkpoint.value(i));
        }
        row.add(checkpoint.phase() == null ? null : checkpoint.phase().toString());
        return row;
    }

    List<@Nullable Object> neuron(NeuronSnapshot neuron) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(identity.runId());
        row.add(neuron.step());
        row.add(neuron.neuron());
        row.add(neuron.outputWeight());
        row.add(neuron.w1());
        row.add(neuron.w2());
        row.add(neuron.perpendicularNorm());
        return row;
    }
}
