package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.report.Section;
import dev.polylog.sweep.report.figure.Entry;
import dev.polylog.sweep.report.figure.Folded;
import dev.polylog.sweep.report.figure.TextTable;
import dev.polylog.sweep.store.ResultFiles;
import dev.polylog.trainer.run.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What came of each cell. */
final class OutcomeChapter {
    private static final int MOST_ROWS = 60;

    /** Longer tables are folded. */
    private static final int MOST_OPEN = 16;

    private OutcomeChapter() {}

    /**
     * The chapter.
     *
     * @param figures before the table
     */
    static Section of(StudyDesign design, List<CellSummary> cells, List<Entry> figures) {
        List<Outcome.Kind> seen = Arrays.stream(Outcome.Kind.values())
                .filter(outcome ->
                        cells.stream().anyMatch(cell -> cell.outcomes().count(outcome) > 0))
                .toList();
        boolean isWaiting = cells.stream().anyMatch(cell -> cell.pending() > 0);
        List<String> header = new ArrayList<>(design.columns());
        header.add("runs");
        seen.forEach(outcome -> header.add(outcome.toString()));
        if (isWaiting) {
            header.add("pending");
        }
        header.addAll(List.of("share that learned", "median n*", "expected samples", "median test error"));
        List<List<String>> rows = cells.stream()
                .limit(MOST_ROWS)
                .map(cell -> row(cell, seen, isWaiting))
                .toList();
        String more = cells.size() > MOST_ROWS
                ? " Of " + Numerals.count(cells.size(), "cell") + ", " + MOST_ROWS + " are shown; "
                        + ResultFiles.csv(CellRow.SCHEMA) + " has all."
                : "";
        TextTable table = new TextTable(
                "Runs by cell",
                "Shares have Wilson intervals, medians are Kaplan–Meier's with runs that never got there as censored, expected samples"
                        + " are those of all runs divided by the number that learned; all intervals are 95 %." + more,
                header,
                rows);
        List<Entry> entries = new ArrayList<>(figures);
        entries.add(
                rows.size() > MOST_OPEN
                        ? new Folded(table.title() + ": " + Numerals.count(cells.size(), "cell"), "", List.of(table))
                        : table);
        return new Section("Outcomes", List.of(), entries);
    }

    private static List<String> row(CellSummary cell, List<Outcome.Kind> seen, boolean isWaiting) {
        List<String> row = new ArrayList<>(cell.point().values());
        row.add(Numerals.count(cell.point().planned()));
        seen.forEach(outcome -> row.add(Numerals.count(cell.outcomes().count(outcome))));
        if (isWaiting) {
            row.add(Numerals.count(cell.pending()));
        }
        Interval share = cell.success().wilson(Confidence.USUAL);
        row.add(Numerals.share(cell.success().value(), share.lower(), share.upper()));
        row.add(cell.median()
                .map(median -> samples(median.estimate(), median.interval()))
                .orElse("–"));
        row.add(cell.runningTime()
                .map(time -> samples(time.estimate(), time.interval()))
                .orElse("–"));
        row.add(Numerals.error(cell.outcomes().medianTestError()));
        return row;
    }

    private static String samples(double value, Interval interval) {
        return Numerals.samples(value, interval.lower(), interval.upper());
    }
}
