package dev.polylog.sweep.claim;

import dev.polylog.sweep.grid.Sweep;
import dev.polylog.trainer.run.RunSpec;

/**
 * A cell that a claim is about.
 *
 * @param number in the grid, by which evidence goes
 * @param plan that says what runs there
 * @param cell of the plan
 */
public record ClaimedCell(int number, Sweep plan, int cell) {
    RunSpec spec() {
        return plan.spec(cell, 0);
    }

    long d() {
        return spec().task().d();
    }
}
