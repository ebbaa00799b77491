package dev.polylog.sweep.plan;

import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.store.RunIndex;
import dev.polylog.trainer.run.RunIdentity;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which part of a store plans are about.
 *
 * @param covered runs in the store that a plan names, each counted once
 * @param stored all runs in the store
 */
public record Coverage(long covered, long stored) {

    public static Coverage of(List<Sweep> plans, RunIndex index) {
        long covered = index.countAmong(plans.stream()
                .flatMap(plan -> IntStream.range(0, plan.cells()).boxed().flatMap(plan::runs))
                .parallel()
                .map(run -> RunIdentity.of(run).runId()));
        return new Coverage(covered, index.size());
    }

    public boolean isWhole() {
        return covered == stored;
    }

    /** Runs that no plan names. */
    public long rest() {
        return stored - covered;
    }
}
