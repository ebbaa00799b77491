package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.evidence.CellOutcomes;
import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.sweep.evidence.Evidence;
import dev.polylog.sweep.evidence.RunCrossing;
import dev.polylog.sweep.report.figure.Thinning;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How samples scale, for one criterion.
 *
 * @param runs when each run crossed, by cell and replicate
 * @param crossings the same by cell, of runs that have an n*: those that diverged before they got there have none
 * @param choices which values of the axis, and of other fields, are cheapest
 * @param groups laws of the groups, of evenly chosen ones if there are many
 * @param expectations of theory under the same criterion
 */
record ScalingAnswer(
        Criterion criterion,
        List<RunCrossing> runs,
        Map<Integer, List<Crossing>> crossings,
        List<String> choices,
        List<GroupLaws> groups,
        Expectations expectations) {
    static final int MOST_GROUPS = 24;

    static ScalingAnswer of(
            StudyDesign design,
            Evidence evidence,
            List<CellOutcomes> outcomes,
            Criterion criterion,
            Expectations expectations) {
        List<RunCrossing> runs = evidence.crossings(criterion);
        Map<Integer, List<Crossing>> crossings = new HashMap<>();
        Map<Integer, Integer> diverged = new HashMap<>();
        for (RunCrossing run : runs) {
            if (run.isMeasured()) {
                crossings.computeIfAbsent(run.cell(), cell -> new ArrayList<>()).add(run.crossing());
            } else {
                diverged.merge(run.cell(), 1, Integer::sum);
            }
        }
        Map<Integer, Integer> failed = new HashMap<>();
        outcomes.forEach(
                cell -> failed.put(cell.cell(), Math.toIntExact(cell.count(outcome -> !outcome.hasTrajectory()))));
        List<GroupLaws> groups = Thinning.even(List.copyOf(design.groups().keySet()), MOST_GROUPS).stream()
                .map(group -> {
                    List<DesignPoint> points = design.groups().getOrDefault(group, List.of());
                    return GroupLaws.of(design, group, points, crossings, failed, diverged, expectations);
                })
                .toList();
        List<String> choices = Cheapest.sentences(design, point -> crossings.getOrDefault(point.cell(), List.of()));
        return new ScalingAnswer(criterion, runs, crossings, choices, groups, expectations);
    }

    /** What is to be said first: choices, then the findings of at most so many groups, the same sentence once. */
    List<String> headlines(int mostGroups) {
        Sentences sentences = new Sentences();
        Thinning.even(groups, mostGroups).forEach(group -> sentences.add(group.group(), group.headlines()));
        return Stream.concat(choices.stream(), sentences.paragraphs().stream()).toList();
    }

    /** Crossings of the runs at a place of a group. */
    List<Crossing> crossings(StudyDesign design, String group, double x) {
        return design.groups().getOrDefault(group, List.of()).stream()
                .filter(point -> Double.compare(point.x(), x) == 0)
                .flatMap(point -> crossings(point).stream())
                .toList();
    }

    List<Crossing> crossings(DesignPoint point) {
        return crossings.getOrDefault(point.cell(), List.of());
    }
}
