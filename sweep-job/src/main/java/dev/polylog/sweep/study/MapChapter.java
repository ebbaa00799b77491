package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.survival.Proportion;
import dev.polylog.sweep.analysis.survival.Quantile;
import dev.polylog.sweep.grid.Axis;
import dev.polylog.sweep.report.Section;
import dev.polylog.sweep.report.figure.Entry;
import dev.polylog.sweep.report.figure.LeftOut;
import dev.polylog.sweep.report.figure.MapCell;
import dev.polylog.sweep.report.figure.Measure;
import dev.polylog.sweep.report.figure.PhaseDiagram;
import dev.polylog.sweep.report.figure.Thinning;
import dev.polylog.trainer.run.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Success, samples and divergence over pairs of axes. */
final class MapChapter {
    private static final int MOST_PAIRS = 3;
    private static final int MOST_VALUES = 16;
    private static final int MOST_PANELS = 12;

    private final List<String> columns;
    private final List<CellSummary> cells;

    private MapChapter(List<String> columns, List<CellSummary> cells) {
        this.columns = columns;
        this.cells = cells;
    }

    static Section of(StudyDesign design, List<CellSummary> all) {
        List<CellSummary> cells =
                all.stream().filter(cell -> cell.outcomes().all() > 0).toList();
        MapChapter chapter = new MapChapter(design.columns(), cells);
        List<List<Integer>> pairs = pairs(independent(design));
        if (pairs.isEmpty() || cells.isEmpty()) {
            return new Section(
                    "Phase diagrams",
                    List.of(),
                    List.of(new LeftOut(
                            "Success, samples and divergence over two axes",
                            cells.isEmpty() ? "No run has finished." : "A map takes two fields that vary.")));
        }
        List<Entry> entries = new ArrayList<>();
        boolean diverged = cells.stream().anyMatch(cell -> cell.outcomes().count(Outcome.Kind.DIVERGED) > 0);
        boolean learned = cells.stream()
                .allMatch(cell -> cell.success().successes() == cell.outcomes().all());
        for (List<Integer> pair : pairs.subList(0, Math.min(MOST_PAIRS, pairs.size()))) {
            for (Measure measure : Measure.values()) {
                if ((measure != Measure.DIVERGENCE || diverged) && (measure != Measure.SUCCESS || !learned)) {
                    entries.add(chapter.map(measure, pair.get(0), pair.get(1)));
                }
            }
        }
        List<String> words = new ArrayList<>();
        if (learned) {
            words.add("Every run learned.");
        }
        if (!diverged) {
            words.add("No run diverged.");
        }
        if (pairs.size() > MOST_PAIRS) {
            words.add("Of " + pairs.size() + " pairs of axes, " + MOST_PAIRS + " are drawn.");
        }
        return new Section("Phase diagrams", words.isEmpty() ? List.of() : List.of(String.join(" ", words)), entries);
    }

    /** Positions among the columns, one for each direction of the grid: zipped fields are one direction. */
    private static List<Integer> independent(StudyDesign design) {
        List<Integer> positions = new ArrayList<>();
        for (Axis axis : design.grid().axes()) {
            axis.lines().stream()
                    .map(line -> line.field().column())
                    .filter(design.columns()::contains)
                    .findFirst()
                    .ifPresent(column -> positions.add(design.columns().indexOf(column)));
        }
        return positions;
    }

    private static List<List<Integer>> pairs(List<Integer> positions) {
        List<List<Integer>> pairs = new ArrayList<>();
        for (int i = 0; i < positions.size(); i++) {
            for (int j = i + 1; j < positions.size(); j++) {
                pairs.add(List.of(positions.get(i), positions.get(j)));
            }
        }
        return pairs;
    }

    private Entry map(Measure measure, int x, int y) {
        Set<String> across = shown(x);
        Set<String> up = shown(y);
        Set<String> panels = new HashSet<>(Thinning.even(
                cells.stream().map(cell -> panel(cell, x, y)).distinct().toList(), MOST_PANELS));
        List<MapCell> fields = cells.stream()
                .filter(cell -> across.contains(value(cell, x)) && up.contains(value(cell, y)))
                .filter(cell -> panels.contains(panel(cell, x, y)))
                .map(cell -> field(measure, cell, x, y))
                .toList();
        return PhaseDiagram.of(measure, name(x), name(y), fields);
    }

    private Set<String> shown(int field) {
        return new HashSet<>(Thinning.even(
                cells.stream().map(cell -> value(cell, field)).distinct().toList(), MOST_VALUES));
    }

    private MapCell field(Measure measure, CellSummary cell, int x, int y) {
        Proportion share = measure == Measure.DIVERGENCE
                ? new Proportion((int) cell.outcomes().count(Outcome.Kind.DIVERGED), (int)
                        cell.outcomes().all())
                : cell.success();
        boolean isShare = measure != Measure.SAMPLES;
        Interval interval = isShare
                ? share.wilson(Confidence.USUAL)
                : cell.median().map(Quantile::interval).orElse(Interval.UNBOUNDED);
        double value =
                isShare ? share.value() : cell.median().map(Quantile::estimate).orElse(Double.NaN);
        return new MapCell(
                panel(cell, x, y),
                value(cell, x),
                value(cell, y),
                cell.outcomes().all(),
                value,
                interval.lower(),
                interval.upper());
    }

    private String name(int field) {
        return columns.get(field);
    }

    private static String value(CellSummary cell, int field) {
        return cell.point().values().get(field);
    }

    private String panel(CellSummary cell, int x, int y) {
        return IntStream.range(0, columns.size())
                .filter(field -> field != x && field != y)
                .mapToObj(field -> name(field) + " = " + value(cell, field))
                .collect(Collectors.joining(", "));
    }
}
