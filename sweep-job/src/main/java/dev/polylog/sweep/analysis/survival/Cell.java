package dev.polylog.sweep.analysis.survival;

import java.util.List;

/**
 * The replicates of one cell of a sweep.
 *
 * @param x position on the scaling axis, as a rule d; positive
 * @param crossings one a run with a trajectory; those of runs that diverged before they crossed are to be left out, having no n*
 * @param failed runs without a trajectory, left out of all estimates and counted here
 */
public record Cell(double x, List<Crossing> crossings, int failed) {
    public Cell {
        if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("Invalid position of a cell: " + x + " (expected a positive number)");
        }
        if (failed < 0) {
            throw new IllegalArgumentException("Invalid number of failed runs: " + failed + " (expected at least 0)");
        }
        crossings = List.copyOf(crossings);
    }

    public static Cell of(double x, List<Crossing> crossings) {
        return new Cell(x, crossings, 0);
    }

    public int runs() {
        return crossings.size();
    }

    public int reached() {
        return (int) crossings.stream().filter(Crossing::isReached).count();
    }

    /** Share of the runs with a trajectory that reached the threshold within their budget. */
    public Proportion success() {
        return new Proportion(reached(), runs());
    }
}
