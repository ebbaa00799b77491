package dev.polylog.sweep.evidence;

import dev.polylog.trainer.run.Outcome;

/** A number of a run; NaN if it has none. */
public record RunValue(int cell, int replicate, Outcome.Kind outcome, double value) {
    public RunPlace place() {
        return new RunPlace(cell, replicate);
    }
}
