package dev.polylog.sweep.app;

import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.format.Units;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.plan.Calibration;
import dev.polylog.sweep.plan.CostModel;
import dev.polylog.trainer.run.Method;
import dev.polylog.trainer.run.RunSpec;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The engine of each cell, why it is that one, and what theory expects where it was asked. */
final class EngineTable {
    private static final int MOST_ROWS = 60;

    private EngineTable() {}

    /** @param forecasts by cell, of some of them or of none */
    static void print(Sweep sweep, Map<Integer, CellForecast> forecasts, PrintWriter out) {
        List<String> header = new ArrayList<>(sweep.varying());
        header.addAll(List.of("runs", "engine", "because", "at most", "memory"));
        boolean hasTheory = forecasts.values().stream()
                .anyMatch(forecast -> forecast.expectation().isPresent());
        if (hasTheory) {
            header.add("theory expects");
        }
        TextTable table = new TextTable(header);
        int rows = 0;
        int more = 0;
        for (int cell = 0; cell < sweep.cells(); cell++) {
            int replicates = sweep.replicates(cell);
            if (replicates > 0 && rows < MOST_ROWS) {
                List<String> row = row(sweep, cell, replicates);
                if (hasTheory) {
                    row.add(expected(forecasts.get(cell)));
                }
                table.add(row);
                rows++;
            } else if (replicates > 0) {
                more++;
            }
        }
        table.print(out);
        if (more > 0) {
            out.println("... and " + Numerals.count(more) + " more cells; --csv prints every run with its engine.");
        }
    }

    private static String expected(@Nullable CellForecast forecast) {
        return forecast == null
                ? "-"
                : forecast.expectation()
                        .map(expected -> Double.isFinite(expected.samples())
                                ? Numerals.samples(expected.samples()) + " samples, "
                                        + Numerals.samples(expected.steps()) + " steps"
                                : "more than " + Numerals.count(expected.horizon()) + " steps")
                        .orElse("-");
    }

    private static String because(RunSpec spec) {
        return spec.method() instanceof Method.Sgd sgd
                ? sgd.engine().comparison(spec.workload(), Calibration.ofThisMachine())
                : spec.method().idea();
    }

    private static List<String> row(Sweep sweep, int cell, int replicates) {
        RunSpec spec = sweep.spec(cell, 0);
        List<String> row = new ArrayList<>(sweep.labels(cell));
        row.add(Numerals.count(replicates));
        row.add(spec.method().computation());
        row.add(because(spec));
        row.add(Units.duration(CostModel.seconds(spec)) + " a run");
        row.add(Units.bytes(CostModel.memoryBytes(spec)));
        return row;
    }
}
