package dev.polylog.sweep.study;

import dev.polylog.sweep.evidence.CellOutcomes;
import dev.polylog.sweep.evidence.Evidence;
import dev.polylog.sweep.evidence.RunEnd;
import dev.polylog.sweep.report.figure.Entry;
import dev.polylog.sweep.report.figure.FinalLevel;
import dev.polylog.sweep.report.figure.FinalQuantity;
import dev.polylog.sweep.report.figure.Finals;
import dev.polylog.sweep.report.figure.Finals.Stopped;
import dev.polylog.sweep.report.figure.Thinning;
import dev.polylog.trainer.run.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What runs end with along an axis other than d, along which n* is what changes.
 *
 * @param stopped whether a run met its target, which leaves little to tell of the error
 */
record DrawnFinals(Optional<Entry> figure, Stopped stopped) {
    /** Of which the figure draws a few and says so. */
    private static final int MOST_GROUPS = 200;

    private static final int MOST_PLACES = 40;

    private static final List<String> COLUMNS = Arrays.stream(FinalQuantity.values())
            .flatMap(quantity -> quantity.columns().stream())
            .distinct()
            .toList();

    static DrawnFinals of(StudyDesign design, Evidence evidence, List<CellOutcomes> outcomes) {
        Stopped stopped = outcomes.stream().anyMatch(cell -> cell.count(Outcome.Kind.REACHED) > 0)
                ? Stopped.BY_TARGET
                : Stopped.BY_BUDGET;
        List<DesignPoint> points = drawn(design);
        if (design.axis().isDimension()
                || points.stream().mapToDouble(DesignPoint::x).distinct().count() < 2) {
            return new DrawnFinals(Optional.empty(), stopped);
        }
        List<Integer> cells = points.stream().map(DesignPoint::cell).toList();
        Map<Integer, List<RunEnd>> ends = evidence.ends(cells, COLUMNS).stream()
                .filter(end -> end.outcome().isComplete())
                .collect(Collectors.groupingBy(RunEnd::cell));
        List<FinalLevel> levels = levels(points, ends, stopped);
        return new DrawnFinals(
                levels.isEmpty() ? Optional.empty() : Optional.of(Finals.of(design.along(), levels, stopped)), stopped);
    }

    /** What answers the question of a sweep whose runs have a budget and no target. */
    List<Entry> answers() {
        return stopped == Stopped.BY_BUDGET ? figure.stream().toList() : List.of();
    }

    /** What stands beside the outcomes where n* is the answer. */
    List<Entry> details() {
        return stopped == Stopped.BY_TARGET ? figure.stream().toList() : List.of();
    }

    private static List<DesignPoint> drawn(StudyDesign design) {
        List<String> groups = Thinning.even(List.copyOf(design.groups().keySet()), MOST_GROUPS);
        return groups.stream()
                .flatMap(group -> Thinning.even(design.groups().getOrDefault(group, List.of()), MOST_PLACES).stream())
                .toList();
    }

    /** Of each quantity that a run has; of the error only if it is not the target in all of them. */
    private static List<FinalLevel> levels(List<DesignPoint> points, Map<Integer, List<RunEnd>> ends, Stopped stopped) {
        boolean haveAllStopped = stopped == Stopped.BY_TARGET
                && ends.values().stream().flatMap(List::stream).allMatch(end -> end.outcome() == Outcome.Kind.REACHED);
        List<FinalLevel> levels = new ArrayList<>();
        for (FinalQuantity quantity : FinalQuantity.values()) {
            Map<DesignPoint, List<Double>> values = new LinkedHashMap<>();
            points.forEach(point -> values.put(
                    point,
                    ends.getOrDefault(point.cell(), List.of()).stream()
                            .map(end -> value(quantity, end))
                            .toList()));
            boolean exists = values.values().stream().flatMap(List::stream).anyMatch(value -> !value.isNaN());
            if (exists && !(haveAllStopped && quantity == FinalQuantity.TEST_ERROR)) {
                values.forEach((point, runs) -> levels.add(FinalLevel.of(point.group(), point.x(), quantity, runs)));
            }
        }
        return levels;
    }

    private static double value(FinalQuantity quantity, RunEnd end) {
        return quantity.of(quantity.columns().stream()
                .map(column -> end.values().get(COLUMNS.indexOf(column)))
                .toList());
    }
}
