package dev.polylog.sweep.app;

import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.plan.CellSummary;
import dev.polylog.sweep.store.RunIndex;
import dev.polylog.trainer.run.Outcome;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The last lines of a run, and its exit code. */
record Conclusion(int exitCode, List<String> lines) {

    static Conclusion of(List<CellSummary> cells, RunIndex index, String folder, Training.End end) {
        List<String> lines = new ArrayList<>();
        if (!index.conflicts().isEmpty()) {
            lines.add("Alarm: " + Numerals.count(index.conflicts().size(), "run")
                    + " has two different results in the store, the first being "
                    + index.conflicts().get(0)
                    + "; the same specification must give the same bits.");
            return new Conclusion(ExitCode.STORE, lines);
        }
        long planned = cells.stream().mapToLong(CellSummary::planned).sum();
        long known = Arrays.stream(Outcome.Kind.values())
                .mapToLong(outcome -> count(cells, outcome))
                .sum();
        long failed = count(cells, Outcome.Kind.FAILED);
        long diverged = count(cells, Outcome.Kind.DIVERGED);
        if (end != Training.End.COMPLETE) {
            lines.add((end == Training.End.OUT_OF_TIME ? "Time is up" : "Stopped at a bad run") + ": "
                    + Numerals.count(known) + " of " + Numerals.count(planned, "run") + " are in " + folder
                    + "; the same command goes on from there.");
        } else {
            lines.add(Numerals.count(known) + " of " + Numerals.count(planned, "run") + " in " + folder + ".");
        }
        if (failed + diverged > 0) {
            String query = "select run_id, outcome_detail from runs where outcome in ('" + Outcome.Kind.FAILED + "', '"
                    + Outcome.Kind.DIVERGED + "')";
            lines.add(Numerals.count(failed) + " failed, " + Numerals.count(diverged) + " diverged: "
                    + Invocation.of("sql", folder, query));
            boolean isLeft = end == Training.End.OUT_OF_TIME;
            return new Conclusion(isLeft ? ExitCode.INTERRUPTED : ExitCode.BAD_RUNS, lines);
        }
        return new Conclusion(end == Training.End.COMPLETE ? ExitCode.DONE : ExitCode.INTERRUPTED, lines);
    }

    private static long count(List<CellSummary> cells, Outcome.Kind outcome) {
        return cells.stream().mapToLong(cell -> cell.count(outcome)).sum();
    }

    int print(PrintWriter out) {
        lines.forEach(out::println);
        out.flush();
        return exitCode;
    }
}
