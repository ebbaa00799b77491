package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.scaling.CellFit;
import dev.polylog.sweep.analysis.scaling.MedianRatio;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.report.figure.Entry;
import dev.polylog.sweep.report.figure.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Numbers of samples along an axis that no law is fitted to. */
final class AxisTable {
    private AxisTable() {}

    /** The table of a group with at least two cells. */
    static Entry of(StudyDesign design, GroupLaws group, ScalingAnswer answer, String criterion) {
        List<String> header =
                new ArrayList<>(List.of(design.axis().toString(), "runs", "learned", "median n*", "times the least"));
        group.theory().ifPresent(theory -> header.add("by theory"));
        Optional<CellFit> least = group.cells().stream()
                .filter(cell -> Double.isFinite(cell.kaplanMeier().estimate()))
                .min(Comparator.comparingDouble(cell -> cell.kaplanMeier().estimate()));
        List<List<String>> rows = new ArrayList<>();
        for (CellFit cell : group.cells()) {
            List<String> row = new ArrayList<>();
            row.add(design.written(cell.x()));
            row.add(Numerals.count(cell.runs()));
            row.add(Numerals.count(cell.reached()));
            row.add(Numerals.samples(
                    cell.kaplanMeier().estimate(),
                    cell.kaplanMeier().interval().lower(),
                    cell.kaplanMeier().interval().upper()));
            row.add(least.map(best -> times(design, group, answer, cell, best)).orElse(Numerals.NONE));
            group.theory().ifPresent(theory -> row.add(Numerals.samples(theory.expected(cell.x()))));
            rows.add(row);
        }
        return new TextTable(
                "n* along " + design.axis()
                        + (group.group().isEmpty() ? "" : " for " + group.group())
                        + (criterion.isEmpty() ? "" : ", " + criterion),
                "Intervals are 95 %: Kaplan–Meier's of medians, and Student's t for the ratio of two, with log-normal n*.",
                header,
                rows);
    }

    private static String times(StudyDesign design, GroupLaws group, ScalingAnswer answer, CellFit cell, CellFit best) {
        if (cell.equals(best)) {
            return "1";
        }
        return MedianRatio.of(
                        answer.crossings(design, group.group(), cell.x()),
                        answer.crossings(design, group.group(), best.x()))
                .filter(ratio -> Double.isFinite(cell.kaplanMeier().estimate()))
                .map(ratio -> Numerals.ratio(
                        ratio.value(),
                        ratio.interval().lower(),
                        ratio.interval().upper()))
                .orElse(Numerals.NONE);
    }
}
