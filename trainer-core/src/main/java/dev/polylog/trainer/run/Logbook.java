package dev.polylog.trainer.run;

import dev.polylog.trainer.observe.Checkpoint;
import dev.polylog.trainer.observe.DistanceTenth;
import dev.polylog.trainer.observe.NeuronSnapshot;
import dev.polylog.trainer.observe.Schedule.Checkpoints;
import dev.polylog.trainer.observe.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a run has recorded so far, and whether that meets its targets. */
final class Logbook {
    private final Checkpoints schedule;
    private final TargetWatch targets;
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final List<NeuronSnapshot> snapshots = new ArrayList<>();
    private final List<DistanceTenth> distances = new ArrayList<>();

    Logbook(RunSpec spec) {
        this.schedule = spec.observation().schedule().checkpoints(spec.maxSteps());
        this.targets = new TargetWatch(spec.stopRule());
    }

    /** Whether the schedule has a checkpoint after this step. */
    boolean expects(long step) {
        return schedule.contains(step);
    }

    /** Adds a checkpoint. Returns what it decides. */
    Optional<Outcome> record(Checkpoint checkpoint) {
        checkpoints.add(checkpoint);
        return targets.consider(checkpoint);
    }

    /** Returns what the loss of a step decides; see {@link TargetWatch#considerStep}. */
    Optional<Outcome> consider(long step, long samples, double trainLoss) {
        return targets.considerStep(step, samples, trainLoss);
    }

    void record(Snapshot snapshot) {
        snapshots.addAll(snapshot.neurons());
        distances.addAll(snapshot.distances());
    }

    List<Checkpoint> checkpoints() {
        return checkpoints;
    }

    List<NeuronSnapshot> snapshots() {
        return snapshots;
    }

    List<DistanceTenth> distances() {
        return distances;
    }
}
