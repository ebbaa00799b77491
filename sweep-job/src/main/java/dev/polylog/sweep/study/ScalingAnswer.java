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

/**
 * How samples scale, for one criterion.
 *
 * @param runs when each run crossed, by cell and replicate
 * @param crossings the same by cell, of runs that have an n*: those that diverged before they got there have none
 * @param groups laws of the groups, of evenly chosen ones if there are many
 */
record ScalingAnswer(
        Criterion criterion, List<RunCrossing> runs, Map<Integer, List<Crossing>> crossings, List<GroupLaws> groups) {
    static final int MOST_GROUPS = 24;

    static ScalingAnswer of(StudyDesign design, Evidence evidence, List<CellOutcomes> outcomes, Criterion criterion) {
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
                    return GroupLaws.of(group, points, crossings, failed, diverged, GroupLaws.question(design, points));
                })
                .toList();
        return new ScalingAnswer(criterion, runs, crossings, groups);
    }

    List<Crossing> crossings(DesignPoint point) {
        return crossings.getOrDefault(point.cell(), List.of());
    }
}
