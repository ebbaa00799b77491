package dev.polylog.sweep.analysis.scaling;

import dev.polylog.sweep.analysis.survival.Cell;
import dev.polylog.sweep.analysis.survival.KaplanMeier;
import dev.polylog.sweep.analysis.survival.Quantile;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A law fitted without the largest x at which runs reached the threshold, asked for the runs there.
 *
 * @param x that was held out, with all cells beyond it
 * @param prediction of the fit; empty where the law came out not positive
 * @param observed Kaplan-Meier median of the cell that was held out
 * @param logScore log-probability that the fit gave to what was observed of these runs together; larger is better
 */
public record HoldOut(double x, Optional<Prediction> prediction, Quantile observed, double logScore) {

    /** Empty if what is left cannot determine the law. */
    static Optional<HoldOut> of(ScalingLaw law, List<Cell> cells, Sample sample, Spread spread, double confidence) {
        int last = sample.cells() - 1;
        while (last >= 0 && !sample.isLocated(last)) {
            last--;
        }
        if (last < 1) {
            return Optional.empty();
        }
        Sample rest = sample.select(IntStream.range(0, last).toArray());
        if (ScalingFit.obstacle(law, rest, spread).isPresent()) {
            return Optional.empty();
        }
        ScalingFit fit = ScalingFit.of(law, rest, spread);
        if (!fit.isConverged()) {
            return Optional.empty();
        }
        double x = sample.x[last];
        Quantile observed = cells.stream()
                .filter(cell -> cell.x() == x)
                .map(cell -> KaplanMeier.ofUpperEnds(cell.crossings()).median())
                .findFirst()
                .orElseThrow();
        double score = fit.predictive(x).logScore(sample.lower[last], sample.upper[last]);
        return Optional.of(new HoldOut(x, fit.at(x, confidence), observed, score));
    }
}
