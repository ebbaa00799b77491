package dev.polylog.sweep.app;

import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.plan.CellSummary;
import dev.polylog.trainer.run.Outcome;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What has come of each cell, a row each. */
final class CellTable {
    private static final int MOST_ROWS = 60;

    private CellTable() {}

    static void print(Sweep sweep, List<CellSummary> cells, PrintWriter out) {
        List<Outcome.Kind> seen = Arrays.stream(Outcome.Kind.values())
                .filter(outcome -> cells.stream().anyMatch(cell -> cell.count(outcome) > 0))
                .toList();
        List<String> header = new ArrayList<>(sweep.varying());
        header.add("runs");
        seen.forEach(outcome -> header.add(outcome.toString()));
        header.add("median test error");
        header.add("median samples to target");
        TextTable table = new TextTable(header);
        for (CellSummary cell : cells.subList(0, Math.min(MOST_ROWS, cells.size()))) {
            table.add(row(cell, seen));
        }
        table.print(out);
        if (cells.size() > MOST_ROWS) {
            out.println(
                    "... and " + Numerals.count(cells.size() - MOST_ROWS) + " more cells; `polylog sql` shows all.");
        }
    }

    private static List<String> row(CellSummary cell, List<Outcome.Kind> outcomes) {
        List<String> row = new ArrayList<>(cell.labels());
        row.add(Integer.toString(cell.planned()));
        for (Outcome.Kind outcome : outcomes) {
            row.add(Integer.toString(cell.count(outcome)));
        }
        row.add(
                cell.medianTestError().isPresent()
                        ? String.format(
                                Locale.ROOT, "%.4f", cell.medianTestError().getAsDouble())
                        : "-");
        row.add(
                cell.medianSamples().isPresent()
                        ? Numerals.number(cell.medianSamples().getAsDouble())
                        : "-");
        return row;
    }
}
