package dev.polylog.sweep.app;

import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.sweep.format.Csv;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.theory.Expectation;
import dev.polylog.sweep.theory.Silence;
import dev.polylog.trainer.run.Canonical;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** What theory expects of each cell as a row, in the order of the grid. What is not there is empty. */
final class ForecastCsv {
    /** A column and what fills it. */
    private record Column(String name, Function<CellForecast, String> value) {
        static Column ofExpectation(String name, Function<Expectation, Object> value) {
            return new Column(
                    name,
                    forecast -> forecast.expectation()
                            .map(value)
                            .map(Canonical::text)
                            .orElse(""));
        }
    }

    private static final List<Column> COLUMNS = List.of(
            new Column(
                    "observable", forecast -> criterion(forecast).observable().column()),
            new Column(
                    "threshold",
                    forecast -> Canonical.text(criterion(forecast).threshold().value())),
            new Column(
                    "confirm",
                    forecast -> Canonical.text(criterion(forecast).threshold().confirm())),
            Column.ofExpectation("starts", Expectation::starts),
            Column.ofExpectation("reached", Expectation::reached),
            Column.ofExpectation("samples", Expectation::samples),
            Column.ofExpectation("samples_least", Expectation::least),
            Column.ofExpectation("samples_most", Expectation::most),
            new Column(
                    "samples_per_d",
                    forecast -> forecast.expectation()
                            .map(expected -> Canonical.text(perDimension(expected, (double) forecast.d())))
                            .orElse("")),
            Column.ofExpectation("steps", Expectation::steps),
            Column.ofExpectation("horizon_steps", Expectation::horizon),
            new Column(
                    "budget_samples",
                    forecast -> Long.toString(forecast.aim().run().maxSteps()
                            * forecast.aim().run().training().batchSize())),
            new Column(
                    "budget",
                    forecast -> forecast.budget()
                            .map(budget -> budget.toString().replace(' ', '_'))
                            .orElse("")),
            new Column("reason", forecast -> forecast.forecast() instanceof Silence silence ? silence.reason() : ""));

    private ForecastCsv() {}

    static void print(Sweep sweep, List<CellForecast> forecasts, PrintWriter out) {
        out.println(Csv.line(
                Stream.concat(sweep.varying().stream(), COLUMNS.stream().map(Column::name))
                        .toList()));
        for (CellForecast forecast : forecasts) {
            List<String> row = new ArrayList<>(sweep.labels(forecast.cell()));
            COLUMNS.forEach(column -> row.add(column.value().apply(forecast)));
            out.println(Csv.line(row));
        }
        Output.check(out);
    }

    private static double perDimension(Expectation expected, double d) {
        return expected.samples() / d;
    }

    private static Criterion criterion(CellForecast forecast) {
        return forecast.aim().criterion();
    }
}
