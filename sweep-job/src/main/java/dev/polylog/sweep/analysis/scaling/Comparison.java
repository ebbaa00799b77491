package dev.polylog.sweep.analysis.scaling;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.survival.Cell;
import dev.polylog.sweep.analysis.survival.KaplanMeier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All laws on the same runs.
 *
 * @param cells in order of x
 * @param spread the same for all laws, chosen without any of them
 * @param candidates laws that could be fitted, by AICc
 * @param theory a law with coefficients that theory gives, if there is one and it could be fitted; it stands beside the others, is
 *     not judged, and has no weight among them
 * @param obstacles laws that could not, and why
 * @param slopes between neighbouring cells
 */
public record Comparison(
        List<CellFit> cells,
        Spread spread,
        List<Candidate> candidates,
        Optional<Candidate> theory,
        Map<ScalingLaw, String> obstacles,
        List<LocalSlope> slopes) {
    private static final String NO_MAXIMUM =
            "its likelihood has no maximum, as happens where checkpoints are too far apart to"
                    + " show the spread over replicates (expected checkpoints closer than that spread; see observe)";

    private static final String TOO_CLOSE = "its c is beyond the range of numbers, as happens where all x are close"
            + " together (expected a wider range)";

    public Comparison {
        cells = List.copyOf(cells);
        candidates = List.copyOf(candidates);
        obstacles = Map.copyOf(obstacles);
        slopes = List.copyOf(slopes);
    }

    /** Of every law of {@link ScalingLaw#all()}. */
    public static Comparison of(List<Cell> cells) {
        return of(cells, ScalingLaw.all());
    }

    /** Of every law, and of one with coefficients that theory gives. */
    public static Comparison of(List<Cell> cells, ScalingLaw theory) {
        return of(cells, ScalingLaw.all(), Optional.of(theory));
    }

    /**
     * Compares laws.
     *
     * @param cells one for each x, in any order
     */
    public static Comparison of(List<Cell> cells, List<ScalingLaw> laws) {
        return of(cells, laws, Optional.empty());
    }

    private static Comparison of(List<Cell> cells, List<ScalingLaw> laws, Optional<ScalingLaw> theory) {
        Sample sample = Sample.of(cells);
        Spread spread = SaturatedFit.spread(sample);
        Optional<SaturatedFit> saturated = SaturatedFit.of(sample, spread);
        Map<ScalingLaw, String> obstacles = new LinkedHashMap<>();
        List<ScalingFit> fits = new ArrayList<>();
        for (ScalingLaw law : laws) {
            ScalingFit.obstacle(law, sample, spread)
                    .ifPresentOrElse(
                            reason -> obstacles.put(law, reason), () -> fits.add(ScalingFit.of(law, sample, spread)));
        }
        dropUndetermined(fits, obstacles);
        fits.stream().filter(fit -> !fit.isExpressible()).forEach(fit -> obstacles.put(fit.law(), TOO_CLOSE));
        fits.removeIf(fit -> !fit.isExpressible());
        fits.sort(Comparator.comparingDouble(ScalingFit::aicc));
        double least = fits.isEmpty() ? 0 : fits.get(0).aicc();
        double total = fits.stream()
                .mapToDouble(fit -> StrictMath.exp((least - fit.aicc()) / 2))
                .sum();
        Optional<ScalingFit> beside = theory.filter(
                        law -> ScalingFit.obstacle(law, sample, spread).isEmpty())
                .map(law -> ScalingFit.of(law, sample, spread))
                .filter(fit -> fit.isConverged() && fit.isExpressible() && !fits.isEmpty());
        return new Comparison(
                summaries(cells, saturated),
                spread,
                fits.stream()
                        .map(fit -> candidate(
                                fit, least, StrictMath.exp((least - fit.aicc()) / 2) / total, cells, saturated))
                        .toList(),
                beside.map(fit -> candidate(fit, least, Double.NaN, cells, saturated)),
                obstacles,
                saturated.map(cell -> cell.slopes(Confidence.USUAL)).orElse(List.of()));
    }

    private static Candidate candidate(
            ScalingFit fit, double least, double weight, List<Cell> cells, Optional<SaturatedFit> saturated) {
        return new Candidate(
                fit,
                fit.estimates(),
                fit.aicc() - least,
                weight,
                saturated.map(cell -> cell.misfit(fit)).orElse(Double.NaN),
                HoldOut.of(fit.law(), cells, fit.sample(), fit.spread(), Confidence.USUAL),
                saturated.map(cell -> cell.residuals(fit, Confidence.USUAL)).orElse(List.of()));
    }

    /**
     * Drops fits without a maximum, and all others with them if these fit worse: a law that explains the data with no spread at all
     * must not leave the field to a law that needs some.
     */
    private static void dropUndetermined(List<ScalingFit> fits, Map<ScalingLaw, String> obstacles) {
        double best = fits.stream()
                .filter(fit -> !fit.isConverged())
                .mapToDouble(ScalingFit::logLikelihood)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
        for (ScalingFit fit : List.copyOf(fits)) {
            if (!fit.isConverged() || fit.logLikelihood() < best) {
                fits.remove(fit);
                obstacles.put(fit.law(), fit.isConverged() ? "a law without a maximum fits better" : NO_MAXIMUM);
            }
        }
    }

    private static List<CellFit> summaries(List<Cell> cells, Optional<SaturatedFit> saturated) {
        List<Cell> sorted =
                cells.stream().sorted(Comparator.comparingDouble(Cell::x)).toList();
        List<CellFit> summaries = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            Cell cell = sorted.get(i);
            int number = i;
            summaries.add(new CellFit(
                    cell.x(),
                    cell.runs(),
                    cell.reached(),
                    cell.failed(),
                    KaplanMeier.ofUpperEnds(cell.crossings()).median(),
                    saturated.flatMap(fit -> fit.median(number, Confidence.USUAL))));
        }
        return summaries;
    }

    /** The candidate of a law, if it could be fitted. */
    public Optional<Candidate> find(ScalingLaw law) {
        return candidates.stream()
                .filter(candidate -> candidate.law().equals(law))
                .findFirst();
    }

    /** Powers of ten between the smallest and the largest x at which runs reached the threshold. */
    public double decades() {
        List<CellFit> reached =
                cells.stream().filter(cell -> cell.reached() > 0).toList();
        return reached.isEmpty()
                ? 0
                : StrictMath.log10(
                        reached.get(reached.size() - 1).x() / reached.get(0).x());
    }
}
