package dev.polylog.sweep.app;

import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.theory.Aim;
import dev.polylog.sweep.theory.Expectation;
import dev.polylog.sweep.theory.Forecast;
import dev.polylog.sweep.theory.Theory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A cell of a sweep, and what theory says of it. */
record CellForecast(int cell, Aim aim, Forecast forecast) {
    /** Whether the budget of the runs of a cell is as large as what theory expects them to need. */
    enum Budget {
        /** For the slowest start too. */
        ENOUGH,
        /** For half of the starts, but not for all. */
        TIGHT,
        TOO_SMALL;

        @Override
        public String toString() {
            return switch (this) {
                case ENOUGH -> "enough";
                case TIGHT -> "tight";
                case TOO_SMALL -> "too small";
            };
        }
    }

    /** Those of all cells that have runs, in the order of the grid. */
    static List<CellForecast> of(Sweep sweep, Theory theory, Theory.Progress progress) {
        List<Integer> cells = cells(sweep).boxed().toList();
        List<Aim> aims = aims(sweep, cells.size());
        List<Forecast> forecasts = theory.forecasts(aims, progress);
        return IntStream.range(0, cells.size())
                .mapToObj(i -> new CellForecast(cells.get(i), aims.get(i), forecasts.get(i)))
                .toList();
    }

    /** What theory is asked of the first cells of a sweep, so many at most: when each of them stops by itself. */
    static List<Aim> aims(Sweep sweep, int most) {
        return cells(sweep)
                .limit(most)
                .mapToObj(cell -> Aim.of(sweep.spec(cell, 0)))
                .toList();
    }

    private static IntStream cells(Sweep sweep) {
        return IntStream.range(0, sweep.cells()).filter(cell -> sweep.replicates(cell) > 0);
    }

    static Map<Integer, Forecast> byCell(List<CellForecast> forecasts) {
        return forecasts.stream().collect(Collectors.toMap(CellForecast::cell, CellForecast::forecast));
    }

    Optional<Expectation> expectation() {
        return forecast instanceof Expectation expectation ? Optional.of(expectation) : Optional.empty();
    }

    long d() {
        return aim.run().task().d();
    }

    /** Empty without an expectation. */
    Optional<Budget> budget() {
        return expectation()
                .map(expected -> expected.samples() > aim.budget()
                        ? Budget.TOO_SMALL
                        : expected.most() > aim.budget() ? Budget.TIGHT : Budget.ENOUGH);
    }
}
