package dev.polylog.sweep.plan;

import dev.polylog.sweep.grid.Grid;
import dev.polylog.sweep.store.RunIndex;
import dev.polylog.trainer.run.Outcome;
import dev.polylog.trainer.run.RunIdentity;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * What has come of one cell of the grid.
 *
 * @param labels values of the varying fields
 * @param planned runs of the cell
 * @param outcomes number of its runs by outcome
 * @param medianTestError over the runs that were trained to their end and have one
 * @param medianSamples samples at which the finished runs reached their target; empty unless more than half have: runs
 *     that never reached it count as later than all others
 */
public record CellSummary(
        List<String> labels,
        int planned,
        Map<Outcome.Kind, Integer> outcomes,
        OptionalDouble medianTestError,
        OptionalDouble medianSamples) {

    /** The cells that have runs, in the order of the grid. */
    public static List<CellSummary> of(Grid grid, RunIndex index) {
        return IntStream.range(0, grid.cells())
                .parallel()
                .filter(cell -> grid.replicates(cell) > 0)
                .mapToObj(cell -> of(grid, cell, index))
                .toList();
    }

    private static CellSummary of(Grid grid, int cell, RunIndex index) {
        int planned = grid.replicates(cell);
        Map<Outcome.Kind, Integer> outcomes = new EnumMap<>(Outcome.Kind.class);
        double[] errors = new double[planned];
        double[] samples = new double[planned];
        int measured = 0;
        int finished = 0;
        for (RunIndex.Entry entry : known(grid, cell, index)) {
            outcomes.merge(entry.outcome(), 1, Integer::sum);
            if (entry.outcome().isComplete() && !Float.isNaN(entry.testError())) {
                errors[measured++] = entry.testError();
            }
            if (entry.isFinal()) {
                Long reached = entry.reachedAtSamples();
                samples[finished++] = reached == null ? Double.POSITIVE_INFINITY : reached;
            }
        }
        return new CellSummary(
                grid.labels(cell), planned, outcomes, median(errors, measured), finite(median(samples, finished)));
    }

    private static List<RunIndex.Entry> known(Grid grid, int cell, RunIndex index) {
        return grid.runs(cell)
                .flatMap(run -> index.find(RunIdentity.of(run).runId()).stream())
                .toList();
    }

    public int count(Outcome.Kind outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** Planned runs of which nothing is known. */
    public int missing() {
        return planned - outcomes.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static OptionalDouble median(double[] values, int count) {
        if (count == 0) {
            return OptionalDouble.empty();
        }
        Arrays.sort(values, 0, count);
        return OptionalDouble.of((values[(count - 1) / 2] + values[count / 2]) / 2);
    }

    private static OptionalDouble finite(OptionalDouble value) {
        return value.stream().filter(Double::isFinite).findFirst();
    }
}
