package dev.polylog.sweep.evidence;

import dev.polylog.sweep.analysis.growth.Neuron;
import java.util.List;

/** The neurons of a run at a step, in their order. */
public record RunSnapshot(int cell, int replicate, long step, List<Neuron> neurons) {
    public RunSnapshot {
        neurons = List.copyOf(neurons);
    }

    public RunPlace place() {
        return new RunPlace(cell, replicate);
    }

    /** What tells its run from others. */
    public String run() {
        return cell + " " + replicate;
    }
}
