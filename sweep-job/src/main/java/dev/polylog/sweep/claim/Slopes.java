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
        long predictions =
                points.stream().mapToDouble(GrowthPoint::predicted).distinct().count();
        long runs = points.stream().mapToInt(GrowthPoint::run).distinct().count();
        if (points.size() < 3 || predictions < 2 || runs < 2) {
            return new Unmeasured(lack);
        }
        return Measurement.of(
                GrowthRegression.of(points, Confidence.USUAL).throughOrigin(),
                runs,
                Numerals.count(points.size(), "interval"));
    }
}
