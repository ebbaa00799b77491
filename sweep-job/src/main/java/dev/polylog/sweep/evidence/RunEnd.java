package dev.polylog.sweep.evidence;

import dev.polylog.trainer.run.Outcome;
import java.util.List;

/**
 * What a run ended with.
 *
 * @param values of the observables that were asked for, in their order, at the last checkpoint; NaN where the run has none
 */
public record RunEnd(int cell, Outcome.Kind outcome, List<Double> values) {
    public RunEnd {
        values = List.copyOf(values);
    }
}
