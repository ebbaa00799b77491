package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.analysis.survival.KaplanMeier;
import dev.polylog.sweep.analysis.survival.Proportion;
import dev.polylog.sweep.analysis.survival.Quantile;
import dev.polylog.sweep.analysis.survival.RunningTime;
import dev.polylog.sweep.evidence.CellOutcomes;
import dev.polylog.sweep.evidence.RunCrossing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A cell without a model.
 *
 * @param success runs that crossed the threshold among those with a trajectory
 * @param median of the samples to the threshold, over runs that did not diverge before; empty without any
 * @param runningTime empty without runs
 */
record CellSummary(
        DesignPoint point,
        CellOutcomes outcomes,
        Proportion success,
        Optional<Quantile> median,
        Optional<RunningTime> runningTime) {

    static List<CellSummary> of(StudyDesign design, List<CellOutcomes> outcomes, ScalingAnswer answer) {
        Map<Integer, CellOutcomes> byCell = new HashMap<>();
        outcomes.forEach(cell -> byCell.put(cell.cell(), cell));
        Map<Integer, List<RunCrossing>> runs = answer.runs().stream().collect(Collectors.groupingBy(RunCrossing::cell));
        return design.points().stream()
                .map(point -> of(
                        point,
                        byCell.getOrDefault(point.cell(), CellOutcomes.none(point.cell())),
                        runs.getOrDefault(point.cell(), List.of())))
                .toList();
    }

    private static CellSummary of(DesignPoint point, CellOutcomes outcomes, List<RunCrossing> runs) {
        List<Crossing> crossings = runs.stream().map(RunCrossing::crossing).toList();
        List<Crossing> measured = runs.stream()
                .filter(RunCrossing::isMeasured)
                .map(RunCrossing::crossing)
                .toList();
        int crossed = (int) crossings.stream().filter(Crossing::isReached).count();
        return new CellSummary(
                point,
                outcomes,
                new Proportion(crossed, crossings.size()),
                measured.isEmpty()
                        ? Optional.empty()
                        : Optional.of(KaplanMeier.ofUpperEnds(measured).median()),
                crossings.isEmpty() ? Optional.empty() : Optional.of(RunningTime.of(crossings, Confidence.USUAL)));
    }

    /** Runs of the plan that are not in the store. */
    long pending() {
        return Math.max(0, point.planned() - outcomes.all());
    }
}
