package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.scaling.CellFit;
import dev.polylog.sweep.analysis.scaling.MedianRatio;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.report.figure.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Numbers of samples along an axis that no law is fitted to: all groups in one table. */
final class AxisTable {
    private static final int MOST_ROWS = 60;

    private AxisTable() {}

    /** A cell of a group under the criterion of an answer. */
    private record Row(ScalingAnswer answer, GroupLaws group, CellFit cell) {}

    /** The table, if a group has at least two cells. */
    static Optional<TextTable> of(StudyDesign design, List<ScalingAnswer> answers) {
        List<Row> all = answers.stream()
                .flatMap(answer -> answer.groups().stream()
                        .filter(group ->
                                group.comparison().isEmpty() && group.cells().size() > 1)
                        .flatMap(group -> group.cells().stream().map(cell -> new Row(answer, group, cell))))
                .toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        boolean hasCriteria = answers.size() > 1;
        boolean hasTheory = all.stream().anyMatch(row -> row.group().theory().isPresent());
        List<String> header = new ArrayList<>();
        header.addAll(design.groupColumns());
        if (hasCriteria) {
            header.add("learned by");
        }
        header.addAll(List.of(design.axis().toString(), "runs", "learned", "median n*", "times the least"));
        if (hasTheory) {
            header.add("by theory");
        }
        List<List<String>> rows = all.stream()
                .limit(MOST_ROWS)
                .map(row -> {
                    List<String> values = new ArrayList<>();
                    values.addAll(design.groupValues(row.group().group()));
                    if (hasCriteria) {
                        values.add(row.answer().criterion().words());
                    }
                    values.addAll(values(design, row));
                    if (hasTheory) {
                        values.add(row.group()
                                .theory()
                                .map(theory -> Numerals.samples(
                                        theory.expected(row.cell().x())))
                                .orElse(Numerals.NONE));
                    }
                    return values;
                })
                .toList();
        return Optional.of(new TextTable(
                "n* along " + design.axis(),
                "Intervals are 95 %: Kaplan–Meier's of medians, and Student's t for the ratio of two, with log-normal n*."
                        + (all.size() > MOST_ROWS
                                ? " Of " + Numerals.count(all.size(), "row") + ", " + MOST_ROWS + " are shown."
                                : ""),
                header,
                rows));
    }

    private static List<String> values(StudyDesign design, Row row) {
        CellFit cell = row.cell();
        Optional<CellFit> least = row.group().cells().stream()
                .filter(other -> Double.isFinite(other.kaplanMeier().estimate()))
                .min(Comparator.comparingDouble(other -> other.kaplanMeier().estimate()));
        return List.of(
                design.written(cell.x()),
                Numerals.count(cell.runs()),
                Numerals.count(cell.reached()),
                Numerals.samples(
                        cell.kaplanMeier().estimate(),
                        cell.kaplanMeier().interval().lower(),
                        cell.kaplanMeier().interval().upper()),
                least.map(best -> times(design, row.group(), row.answer(), cell, best))
                        .orElse(Numerals.NONE));
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
