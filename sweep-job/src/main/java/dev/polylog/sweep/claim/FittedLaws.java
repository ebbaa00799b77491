package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.scaling.Candidate;
import dev.polylog.sweep.analysis.scaling.Comparison;
import dev.polylog.sweep.analysis.scaling.Estimate;
import dev.polylog.sweep.analysis.scaling.ScalingLaw;
import dev.polylog.sweep.analysis.survival.Cell;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Parameters of laws of d. */
final class FittedLaws {
    static final String INTERVAL = "profile likelihood of the fit with censored runs";

    private FittedLaws() {}

    /** A parameter of a law that is fitted to cells along d. */
    static Reading parameter(ClaimedCells cells, ScalingLaw law, String parameter) {
        return parameter(cells, law, parameter, (estimate, along) -> Measurement.of(estimate, runs(along)));
    }

    /** The same, and what follows from it. */
    static Reading parameter(
            ClaimedCells cells,
            ScalingLaw law,
            String parameter,
            BiFunction<Estimate, List<Cell>, Reading> conclusion) {
        return parameter(cells, cells::alongD, law, parameter, conclusion);
    }

    /** The same of other crossings. */
    static Reading parameter(
            ClaimedCells cells,
            Supplier<List<Cell>> crossings,
            ScalingLaw law,
            String parameter,
            BiFunction<Estimate, List<Cell>, Reading> conclusion) {
        Optional<String> obstacle = cells.obstacleToLaws();
        if (obstacle.isPresent()) {
            return new Unmeasured(obstacle.get());
        }
        List<Cell> along = crossings.get();
        if (along.size() < 2) {
            return new Unmeasured("runs at fewer than two d have ended");
        }
        Comparison fitted = Comparison.of(along, List.of(law));
        Optional<Candidate> candidate = fitted.find(law);
        return candidate.isPresent()
                ? conclusion.apply(candidate.get().estimate(parameter), along)
                : new Unmeasured("the law cannot be fitted, "
                        + fitted.obstacles().getOrDefault(law, "these runs do not determine it"));
    }

    static long runs(List<Cell> cells) {
        return cells.stream().mapToLong(Cell::runs).sum();
    }
}
