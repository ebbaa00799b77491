package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.growth.GrowthPoint;
import dev.polylog.sweep.analysis.growth.GrowthRegression;
import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.format.Numerals;
import java.util.List;

/** Measured growth over what was predicted, by a line through the origin. */
final class Slopes {
    static final String INTERVAL = "Student's t with errors that are robust to clusters, the runs";

    private Slopes() {}

    /** @param lack why there are too few points, should there be */
    static Reading throughOrigin(List<GrowthPoint> points, String lack) {
        return GrowthRegression.ifPossible(points, Confidence.USUAL)
                .map(fit -> Measurement.of(fit.throughOrigin(), fit.runs(), Numerals.count(fit.points(), "interval")))
                .orElseGet(() -> new Unmeasured(lack));
    }
}
