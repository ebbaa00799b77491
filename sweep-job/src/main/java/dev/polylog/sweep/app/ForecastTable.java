package dev.polylog.sweep.app;

import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.theory.Expectation;
import dev.polylog.sweep.theory.Silence;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What theory expects of each cell, a row each, and why it expects nothing. */
final class ForecastTable {
    private static final int MOST_ROWS = 60;
    private static final String NOTHING = "-";

    private final Sweep sweep;
    private final List<CellForecast> forecasts;
    private final boolean hasOneTarget;

    private ForecastTable(Sweep sweep, List<CellForecast> forecasts) {
        this.sweep = sweep;
        this.forecasts = forecasts;
        hasOneTarget = forecasts.stream()
                        .map(forecast -> forecast.aim().criterion())
                        .distinct()
                        .count()
                <= 1;
    }

    static void print(Sweep sweep, List<CellForecast> forecasts, PrintWriter out) {
        ForecastTable table = new ForecastTable(sweep, forecasts);
        if (forecasts.stream().anyMatch(forecast -> forecast.expectation().isPresent())) {
            table.printRows(out);
        }
        table.printReasons(out);
    }

    private void printRows(PrintWriter out) {
        List<String> header = new ArrayList<>(sweep.varying());
        if (!hasOneTarget) {
            header.add("target");
        }
        header.addAll(List.of("n*", "of the starts", "n*/d", "steps", "budget", "which is"));
        TextTable table = new TextTable(header);
        for (CellForecast forecast : forecasts.subList(0, Math.min(MOST_ROWS, forecasts.size()))) {
            table.add(row(forecast));
        }
        table.print(out);
        if (forecasts.size() > MOST_ROWS) {
            out.println("... and " + Numerals.count(forecasts.size() - MOST_ROWS) + " more cells; --csv prints all.");
        }
    }

    private List<String> row(CellForecast forecast) {
        List<String> row = new ArrayList<>(sweep.labels(forecast.cell()));
        if (!hasOneTarget) {
            row.add(forecast.aim().criterion().observable() + " "
                    + Numerals.plain(forecast.aim().criterion().threshold().value()));
        }
        row.addAll(forecast.expectation()
                .map(expected -> numbers(expected, (double) forecast.d()))
                .orElse(List.of(NOTHING, NOTHING, NOTHING, NOTHING)));
        row.add(Numerals.samples(forecast.aim().budget()));
        row.add(forecast.budget().map(CellForecast.Budget::toString).orElse(NOTHING));
        return row;
    }

    private static List<String> numbers(Expectation expected, double d) {
        double horizon = (double) expected.horizon() * expected.batchSize();
        if (!Double.isFinite(expected.samples())) {
            return List.of(
                    "> " + Numerals.samples(horizon),
                    range(expected),
                    "> " + Numerals.samples(horizon / d),
                    "> " + Numerals.count(expected.horizon()));
        }
        return List.of(
                Numerals.samples(expected.samples()),
                range(expected),
                Numerals.samples(expected.samples() / d),
                Numerals.samples(expected.steps()));
    }

    private static String range(Expectation expected) {
        return Double.isFinite(expected.most())
                ? Numerals.samples(expected.least()) + " to " + Numerals.samples(expected.most())
                : Numerals.count(expected.reached()) + " of " + Numerals.count(expected.starts()) + " get there";
    }

    /** Each reason once, with the cells that share it. */
    private void printReasons(PrintWriter out) {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        forecasts.forEach(forecast -> {
            if (forecast.forecast() instanceof Silence silence) {
                reasons.merge(silence.reason(), 1, Integer::sum);
            }
        });
        reasons.forEach((reason, cells) -> out.println("No theory for "
                + (cells == forecasts.size() ? "any cell" : Numerals.count(cells, "cell")) + ": " + reason + "."));
    }
}
