package dev.polylog.trainer.run;

import dev.polylog.trainer.observe.Checkpoint;
import dev.polylog.trainer.observe.DistanceTenth;
import dev.polylog.trainer.observe.NeuronSnapshot;
import java.util.List;

/**
 * What came of a run.
 *
 * @param draws networks that were drawn until one was acceptable, or in vain
 * @param steps steps taken
 * @param checkpoints the trajectory, empty for a run that failed
 * @param snapshots the recorded neurons
 * @param distances the recorded tenths of the test samples by their distance from the boundary
 * @param wallSeconds elapsed time
 * @param cpuSeconds processor time of the thread
 */
public record RunResult(
        Outcome outcome,
        int draws,
        long steps,
        List<Checkpoint> checkpoints,
        List<NeuronSnapshot> snapshots,
        List<DistanceTenth> distances,
        double wallSeconds,
        double cpuSeconds) {
    public RunResult {
        checkpoints = List.copyOf(checkpoints);
        snapshots = List.copyOf(snapshots);
        distances = List.copyOf(distances);
    }
}
