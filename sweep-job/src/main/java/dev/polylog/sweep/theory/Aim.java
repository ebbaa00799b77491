package dev.polylog.sweep.theory;

import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.trainer.run.RunSpec;

/**
 * What theory is asked: when runs like this one meet a criterion.
 *
 * @param run any run of a cell
 */
public record Aim(RunSpec run, Criterion criterion) {

    /** The criterion at which such runs stop by themselves. */
    public static Aim of(RunSpec run) {
        return new Aim(run, Criterion.of(run.stopRule()));
    }

    /** Samples that the budget of the run allows. */
    public double budget() {
        return (double) run.maxSteps() * run.training().batchSize();
    }
}
