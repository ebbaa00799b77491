package dev.polylog.sweep.app;

import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Grid;
import dev.polylog.sweep.plan.CellSummary;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Outcome;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What has come of each cell, a row each. */
final class CellTable {
    private static final int MOST_ROWS = 60;
    private static final List<Field<Double>> TARGETS =
            List.of(Fields.STOP_AT_ERROR, Fields.STOP_AT_LOSS, Fields.STOP_AT_TRAIN_LOSS);

    private CellTable() {}

    static void print(Grid grid, List<CellSummary> cells, PrintWriter out) {
        List<Outcome.Kind> seen = Arrays.stream(Outcome.Kind.values())
                .filter(outcome -> cells.stream().anyMatch(cell -> cell.count(outcome) > 0))
                .toList();
        List<String> header = new ArrayList<>(grid.varying());
        header.add("runs");
        boolean hasTarget = hasTarget(grid);
        seen.forEach(outcome -> header.add(label(outcome, hasTarget)));
        boolean isComplete = cells.stream().allMatch(cell -> cell.missing() == 0);
        if (!isComplete) {
            header.add("not trained");
        }
        header.add("median test error");
        if (hasTarget) {
            header.add("median samples to target");
        }
        TextTable table = new TextTable(header);
        for (CellSummary cell : cells.subList(0, Math.min(MOST_ROWS, cells.size()))) {
            List<String> row = row(cell, seen);
            if (!isComplete) {
                row.add(Integer.toString(cell.missing()));
            }
            row.add(error(cell));
            if (hasTarget) {
                row.add(samples(cell));
            }
            table.add(row);
        }
        table.print(out);
        if (cells.size() > MOST_ROWS) {
            out.println("... and " + Numerals.count(cells.size() - MOST_ROWS) + " more cells; `" + Invocation.command()
                    + " sql` shows all.");
        }
    }

    private static List<String> row(CellSummary cell, List<Outcome.Kind> outcomes) {
        List<String> row = new ArrayList<>(cell.labels());
        row.add(Integer.toString(cell.planned()));
        for (Outcome.Kind outcome : outcomes) {
            row.add(Integer.toString(cell.count(outcome)));
        }
        return row;
    }

    /** A run that has nothing to reach is complete when its budget is spent. */
    private static String label(Outcome.Kind outcome, boolean hasTarget) {
        return outcome == Outcome.Kind.EXHAUSTED && !hasTarget ? "complete" : outcome.toString();
    }

    private static boolean hasTarget(Grid grid) {
        return IntStream.range(0, grid.cells())
                .filter(cell -> grid.replicates(cell) > 0)
                .mapToObj(cell -> grid.spec(cell))
                .anyMatch(spec -> TARGETS.stream().anyMatch(target -> target.of(spec) != null));
    }

    private static String error(CellSummary cell) {
        return cell.medianTestError().isPresent()
                ? String.format(Locale.ROOT, "%.4f", cell.medianTestError().getAsDouble())
                : "-";
    }

    private static String samples(CellSummary cell) {
        return cell.medianSamples().isPresent()
                ? Numerals.number(cell.medianSamples().getAsDouble())
                : "-";
    }
}
