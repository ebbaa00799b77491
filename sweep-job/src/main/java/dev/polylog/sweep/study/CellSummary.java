package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.analysis.survival.KaplanMeier;
import dev.polylog.sweep.analysis.survival.Proportion;
import dev.polylog.sweep.analysis.survival.Quantile;
import dev.polylog.sweep.analysis.survival.RunningTime;
import dev.polylog.sweep.study.evidence.CellOutcomes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A cell without a model.
 *
 * @param success runs that crossed the threshold among those with a trajectory
 * @param median of the samples to the threshold
 * @param runningTime empty without runs
 */
record CellSummary(
        Place place, CellOutcomes outcomes, Proportion success, Quantile median, Optional<RunningTime> runningTime) {

    static List<CellSummary> of(StudyDesign design, List<CellOutcomes> outcomes, ScalingAnswer answer) {
        Map<Integer, CellOutcomes> byCell = new HashMap<>();
        outcomes.forEach(cell -> byCell.put(cell.cell(), cell));
        return design.places().stream()
                .map(place -> of(
                        place, byCell.getOrDefault(place.cell(), OutcomeChapter.none(place)), answer.crossings(place)))
                .toList();
    }

    private static CellSummary of(Place place, CellOutcomes outcomes, List<Crossing> crossings) {
        int crossed = (int) crossings.stream().filter(Crossing::isReached).count();
        return new CellSummary(
                place,
                outcomes,
                new Proportion(crossed, crossings.size()),
                KaplanMeier.ofUpperEnds(crossings).median(),
                crossings.isEmpty() ? Optional.empty() : Optional.of(RunningTime.of(crossings, Confidence.USUAL)));
    }

    /** Runs of the plan that are not in the store. */
    long pending() {
        return Math.max(0, place.planned() - outcomes.all());
    }
}
