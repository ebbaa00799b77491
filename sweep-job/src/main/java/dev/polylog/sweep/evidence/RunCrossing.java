package dev.polylog.sweep.evidence;

import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.trainer.run.Outcome;

/** When a run crossed a threshold, and how it ended. */
public record RunCrossing(String runId, int cell, int replicate, Outcome.Kind outcome, Crossing crossing) {
    public RunPlace place() {
        return new RunPlace(cell, replicate);
    }

    /** Whether n* of this run is known, or known to be larger than what was seen; a run that diverged before it got there has none. */
    public boolean isMeasured() {
        return crossing.isReached() || outcome != Outcome.Kind.DIVERGED;
    }
}
