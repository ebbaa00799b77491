package dev.polylog.sweep.study;

import dev.polylog.sweep.evidence.BandLevel;
import dev.polylog.sweep.evidence.Criterion.Observed;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.report.Section;
import dev.polylog.sweep.report.figure.Entry;
import dev.polylog.sweep.report.figure.LearningCurves;
import dev.polylog.sweep.report.figure.Scaling;
import dev.polylog.sweep.report.figure.Series;
import dev.polylog.sweep.report.figure.Thinning;
import dev.polylog.trainer.task.BestLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Error and loss while runs learn.
 *
 * @param leading the figure that leads a report without medians along an axis
 * @param others the remaining figures
 */
record CurveChapter(List<String> introduction, List<Entry> leading, List<Entry> others) {
    private static final int MOST_GROUPS = 12;
    private static final int MOST_LINES = 8;

    Section section() {
        return new Section(
                "Learning curves",
                introduction,
                Stream.concat(leading.stream(), others.stream()).toList());
    }

    /** The same where the leading figure stands elsewhere. */
    Section withoutLeading() {
        return new Section("Learning curves", introduction, others);
    }

    /** The cells that are drawn: of many, evenly chosen groups and values of the axis. */
    static List<DesignPoint> chosen(StudyDesign design, List<CellSummary> cells) {
        Map<String, List<DesignPoint>> started = new LinkedHashMap<>();
        cells.stream()
                .filter(cell -> cell.success().trials() > 0)
                .map(CellSummary::point)
                .forEach(point -> started.computeIfAbsent(point.group(), group -> new ArrayList<>())
                        .add(point));
        List<Double> lines = Thinning.even(
                started.values().stream()
                        .flatMap(List::stream)
                        .map(DesignPoint::x)
                        .distinct()
                        .sorted()
                        .toList(),
                MOST_LINES);
        return Thinning.even(List.copyOf(started.keySet()), MOST_GROUPS).stream()
                .flatMap(group -> started.getOrDefault(group, List.of()).stream())
                .filter(point -> lines.contains(point.x()))
                .toList();
    }

    static CurveChapter of(
            StudyDesign design,
            List<CellSummary> cells,
            List<DesignPoint> chosen,
            List<BandLevel> levels,
            Expectations expectations) {
        Map<Series, List<BandLevel>> curves = curves(design, levels);
        Map<Series, List<BandLevel>> theory = curves(
                design,
                expectations.levels(
                        chosen,
                        Arrays.stream(Observed.values()).map(Observed::column).toList()));
        String line = design.axis().toString();
        OptionalDouble bestLine = bestLine(design, chosen);
        List<Entry> leading =
                List.of(LearningCurves.of(Observed.TEST_ERROR, Scaling.SAMPLES, line, curves, theory, bestLine));
        List<Entry> entries = new ArrayList<>();
        if (design.axis().isDimension()) {
            entries.add(LearningCurves.of(Observed.TEST_ERROR, Scaling.PER_DIMENSION, line, curves, theory, bestLine));
            entries.add(LearningCurves.of(Observed.TEST_ERROR, Scaling.PER_D_LOG_D, line, curves, theory, bestLine));
        }
        entries.add(
                LearningCurves.of(Observed.TEST_LOSS, Scaling.SAMPLES, line, curves, theory, OptionalDouble.empty()));
        return new CurveChapter(introduction(cells, chosen, theory), leading, entries);
    }

    private static List<String> introduction(
            List<CellSummary> cells, List<DesignPoint> chosen, Map<Series, List<BandLevel>> theory) {
        List<String> words = new ArrayList<>();
        words.add(LearningCurves.legend(!theory.isEmpty()));
        words.add("A band ends where the first of its runs does: from there on it would be one of the slow runs only.");
        long unfit = cells.stream()
                .mapToLong(cell -> cell.outcomes().count(outcome -> !outcome.isComplete()))
                .sum();
        if (unfit > 0) {
            words.add(Numerals.count(unfit, "run")
                    + " that diverged, failed or were rejected are left out of the bands.");
        }
        long started =
                cells.stream().filter(cell -> cell.success().trials() > 0).count();
        if (chosen.size() < started) {
            words.add("Of " + Numerals.count(started, "cell") + ", " + chosen.size() + " are drawn.");
        }
        return List.of(String.join(" ", words));
    }

    /** The error of the best line, if it is the same in all cells. */
    private static OptionalDouble bestLine(StudyDesign design, List<DesignPoint> chosen) {
        List<OptionalDouble> errors = chosen.stream()
                .map(point -> BestLine.error(design.spec(point).task()))
                .distinct()
                .toList();
        return errors.size() == 1 ? errors.get(0) : OptionalDouble.empty();
    }

    private static Map<Series, List<BandLevel>> curves(StudyDesign design, List<BandLevel> levels) {
        Map<Series, List<BandLevel>> curves = new LinkedHashMap<>();
        for (BandLevel level : levels) {
            DesignPoint point = design.point(level.cell());
            curves.computeIfAbsent(
                            new Series(point.group(), design.written(point.x()), point.d()),
                            series -> new ArrayList<>())
                    .add(level);
        }
        return curves;
    }
}
