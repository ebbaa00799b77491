package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.scaling.Additive;
import dev.polylog.sweep.analysis.scaling.Candidate;
import dev.polylog.sweep.analysis.scaling.CellFit;
import dev.polylog.sweep.analysis.scaling.Estimate;
import dev.polylog.sweep.analysis.scaling.ExpectedMedians;
import dev.polylog.sweep.analysis.scaling.TheoryError;
import dev.polylog.sweep.analysis.scaling.Verdict;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.report.figure.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All groups that were compared with laws, a row each: the law, its coefficients, and theory beside them. */
final class GroupTable {
    private final StudyDesign design;
    private final String axis;

    private GroupTable(StudyDesign design) {
        this.design = design;
        this.axis = design.axis().toString();
    }

    /** A group under the criterion of an answer. */
    private record Row(ScalingAnswer answer, GroupLaws group) {
        Optional<Candidate> logarithm() {
            return group.logarithm();
        }

        Optional<ExpectedMedians.Curve> curve() {
            return group.expectedCurve();
        }
    }

    /** A column: its name, and what it takes from a row. */
    private record Column(String name, Function<Row, String> value) {}

    /** The table, if any group was compared with laws. Columns that would say the same of all groups, or nothing, are left out. */
    static Optional<TextTable> of(StudyDesign design, List<ScalingAnswer> answers) {
        List<Row> rows = answers.stream()
                .flatMap(answer -> answer.groups().stream()
                        .filter(group -> group.verdict().isPresent())
                        .map(group -> new Row(answer, group)))
                .toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        GroupTable table = new GroupTable(design);
        List<Column> columns = table.columns().stream()
                .filter(column ->
                        rows.stream().anyMatch(row -> !isEmpty(column.value().apply(row))))
                .filter(column -> !isShared(column, rows)
                        || (rows.size() == 1 && !column.name().equals("learned by")))
                .toList();
        return Optional.of(new TextTable(
                "Laws and theory",
                table.shared(rows) + table.note(rows),
                columns.stream().map(Column::name).toList(),
                rows.stream()
                        .map(row -> columns.stream()
                                .map(column -> column.value().apply(row))
                                .toList())
                        .toList()));
    }

    private static boolean isShared(Column column, List<Row> rows) {
        return rows.stream().map(column.value()).distinct().count() == 1;
    }

    /** What the table does not repeat for every group. */
    private String shared(List<Row> rows) {
        String words = columns().stream()
                .filter(column -> rows.size() > 1 && isShared(column, rows))
                .filter(column -> !column.name().equals("learned by"))
                .filter(column -> !isEmpty(column.value().apply(rows.get(0))))
                .map(column -> column.name() + ": " + column.value().apply(rows.get(0)))
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? "" : "The same in all groups: " + words + ". ";
    }

    private static boolean isEmpty(String text) {
        return text.isEmpty() || text.equals(Numerals.NONE);
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        List<String> names = design.groupColumns();
        for (int i = 0; i < names.size(); i++) {
            int position = i;
            columns.add(new Column(
                    names.get(i), row -> design.groupValues(row.group().group()).get(position)));
        }
        columns.addAll(List.of(
                new Column("learned by", row -> row.answer().criterion().words()),
                new Column("runs", GroupTable::runs),
                new Column(
                        "verdict",
                        row -> row.group().verdict().map(this::verdict).orElse(Numerals.NONE)),
                new Column("its parameters", this::parameters),
                new Column("c0", row -> estimate(row, "c0")),
                new Column("c1", row -> estimate(row, "c1")),
                new Column(
                        "c1 of theory",
                        row -> row.curve().map(GroupTable::theory).orElse(Numerals.NONE)),
                new Column("c1 measured / theory", GroupTable::ratio),
                new Column("n* of theory / runs − 1", GroupTable::error)));
        return columns;
    }

    /** Runs that learned, of those that there are. */
    private static String runs(Row row) {
        int runs = row.group().cells().stream().mapToInt(CellFit::runs).sum();
        int reached = row.group().cells().stream().mapToInt(CellFit::reached).sum();
        return Numerals.count(runs) + (reached == runs ? "" : "\u00a0(" + Numerals.count(reached) + "\u00a0learned)");
    }

    private String verdict(Verdict verdict) {
        return switch (verdict.decision()) {
            case SUPPORTED -> "n* = " + verdict.law().orElseThrow().formula(axis);
            case UNDECIDED -> "undecided: " + Numerals.count(verdict.rivals().size(), "law") + " left";
            case NO_LAW_FITS -> "no law fits";
            case TOO_LITTLE_DATA -> "too little data";
        };
    }

    /** Those of a supported law that c0 and c1 are not of. */
    private String parameters(Row row) {
        return row.group()
                .supported()
                .filter(law -> !law.law().equals(Additive.LOG))
                .map(law -> law.estimates().stream()
                        .filter(estimate -> law.law().parameters().contains(estimate.name()))
                        .map(Estimate::toString)
                        .collect(Collectors.joining(", ")))
                .orElse(Numerals.NONE);
    }

    private static String estimate(Row row, String name) {
        return row.logarithm()
                .map(law -> law.estimate(name))
                .map(estimate -> Numerals.estimate(
                        estimate.value(),
                        estimate.interval().lower(),
                        estimate.interval().upper()))
                .orElse(Numerals.NONE);
    }

    private static String theory(ExpectedMedians.Curve curve) {
        return Numerals.significant(curve.c1())
                + (curve.error() > 0 ? "\u00a0(±" + Numerals.significant(curve.error()) + ")" : "");
    }

    private static String ratio(Row row) {
        return row.curve()
                .filter(curve -> curve.c1() > 0)
                .flatMap(curve -> row.logarithm()
                        .map(law -> law.estimate("c1"))
                        .map(c1 -> Numerals.ratio(
                                        c1.value() / curve.c1(),
                                        c1.interval().lower() / curve.c1(),
                                        c1.interval().upper() / curve.c1())
                                + (curve.agreesWith(c1) ? "" : "\u00a0*")))
                .orElse(Numerals.NONE);
    }

    private static String error(Row row) {
        return TheoryError.of(row.group().cells(), row.group().expected())
                .map(error -> error.numbers().replace(' ', '\u00a0'))
                .orElse(Numerals.NONE);
    }

    private String note(List<Row> rows) {
        List<String> words = new ArrayList<>();
        if (rows.stream().anyMatch(row -> row.logarithm().isPresent())) {
            words.add("c0 and c1 are those of " + Additive.LOG.formula(axis)
                    + " with 95 % profile-likelihood intervals, also where the data do not decide for it.");
        }
        if (rows.stream().anyMatch(row -> row.curve().isPresent())) {
            words.add(
                    "Theory has no free parameter; its c1 is that of its own medians in the same cells (± its standard error over its"
                            + " starts). The last column is a mean over the cells, from the least to the largest.");
        }
        if (rows.stream().anyMatch(row -> ratio(row).endsWith("*"))) {
            words.add("* The measured interval, widened by that error, does not hold theory's c1.");
        }
        return String.join(" ", words);
    }
}
