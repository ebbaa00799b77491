package dev.polylog.sweep.analysis.growth;

import dev.polylog.sweep.analysis.numeric.Confidence;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Measured growth against predicted growth: by least squares through the origin, and by a line with an intercept. Predictions are
 * means over test samples and carry their noise, which would flatten that line and lift its intercept (errors in variables). So it
 * is fitted with the prediction at the neighbouring checkpoints as an instrument: slope = cov(z, measured) / cov(z, predicted). The
 * line through the origin is hardly touched, the noise being small beside the predictions themselves. The prediction holds if the
 * slope is 1 and the intercept 0.
 *
 * <p>Points of a run depend on each other, so errors are robust to clusters (Liang and Zeger 1986; Cameron and Miller, <i>A
 * practitioner's guide to cluster-robust inference</i>, 2015): (Z'X)^-1 (sum over runs of Z_g' u_g u_g' Z_g) (X'Z)^-1 times
 * G / (G - 1) times (N - 1) / (N - K), for G runs, N points and K coefficients.
 *
 * @param throughOrigin slope of the line through the origin
 * @param line with an intercept; empty if too few points have an instrument, or one that follows the prediction
 * @param runs G
 * @param points N
 */
public record GrowthRegression(Coefficient throughOrigin, Optional<Line> line, int runs, int points) {
    /** Least square of the correlation of instrument and prediction: with less, the line rests on chance. */
    private static final double WEAKEST = 0.1;

    /**
     * A line with an intercept.
     *
     * @param intercept per step
     */
    public record Line(Coefficient slope, Coefficient intercept) {}

    /** Both lines; empty if there are fewer than three points, two predictions, or two runs to see how far these differ. */
    public static Optional<GrowthRegression> ifPossible(List<GrowthPoint> points, double confidence) {
        boolean isPossible = points.size() >= 3
                && points.stream()
                                .mapToDouble(GrowthPoint::predicted)
                                .distinct()
                                .count()
                        >= 2
                && points.stream().mapToInt(GrowthPoint::run).distinct().count() >= 2;
        return isPossible ? Optional.of(of(points, confidence)) : Optional.empty();
    }

    /**
     * Fits both lines.
     *
     * @param points at least three, with predictions that are not all the same
     */
    public static GrowthRegression of(List<GrowthPoint> points, double confidence) {
        Confidence.check(confidence);
        double square = 0;
        double product = 0;
        for (GrowthPoint point : points) {
            square += point.predicted() * point.predicted();
            product += point.predicted() * point.measured();
        }
        if (points.stream().mapToDouble(GrowthPoint::predicted).distinct().count() < 2 || points.size() < 3) {
            throw new IllegalArgumentException("Cannot regress growth on " + points.size()
                    + " points (expected at least 3, with predictions that differ)");
        }
        double origin = product / square;
        Map<Integer, double[]> scores = new TreeMap<>();
        for (GrowthPoint point : points) {
            double[] score = scores.computeIfAbsent(point.run(), run -> new double[1]);
            score[0] += (point.measured() - origin * point.predicted()) * point.predicted() / square;
        }
        List<GrowthPoint> instrumented = points.stream()
                .filter(point -> Double.isFinite(point.instrument()))
                .toList();
        return new GrowthRegression(
                coefficient(origin, scores, 0, points.size(), 1, confidence),
                line(instrumented, confidence),
                scores.size(),
                points.size());
    }

    private static Optional<Line> line(List<GrowthPoint> points, double confidence) {
        double n = points.size();
        double meanX = mean(points, GrowthPoint::predicted);
        double meanY = mean(points, GrowthPoint::measured);
        double meanZ = mean(points, GrowthPoint::instrument);
        double xx = 0;
        double zz = 0;
        double zx = 0;
        double zy = 0;
        for (GrowthPoint point : points) {
            double x = point.predicted() - meanX;
            double z = point.instrument() - meanZ;
            xx += x * x;
            zz += z * z;
            zx += z * x;
            zy += z * (point.measured() - meanY);
        }
        if (points.size() < 3 || !(zx * zx > WEAKEST * xx * zz)) {
            return Optional.empty();
        }
        double slope = zy / zx;
        double intercept = meanY - slope * meanX;
        Map<Integer, double[]> scores = new TreeMap<>();
        for (GrowthPoint point : points) {
            double[] score = scores.computeIfAbsent(point.run(), run -> new double[2]);
            double rest = point.measured() - intercept - slope * point.predicted();
            double z = (point.instrument() - meanZ) / zx;
            score[0] += rest * z;
            score[1] += rest * (1 / n - meanX * z);
        }
        return Optional.of(new Line(
                coefficient(slope, scores, 0, n, 2, confidence), coefficient(intercept, scores, 1, n, 2, confidence)));
    }

    private static double mean(List<GrowthPoint> points, ToDoubleFunction<GrowthPoint> value) {
        return points.stream().mapToDouble(value).average().orElse(0);
    }

    private static Coefficient coefficient(
            double value,
            Map<Integer, double[]> scores,
            int index,
            double points,
            double coefficients,
            double confidence) {
        double sum = 0;
        for (double[] score : scores.values()) {
            sum += score[index] * score[index];
        }
        double runs = scores.size();
        double correction = runs / (runs - 1) * (points - 1) / (points - coefficients);
        return Coefficient.of(value, Math.sqrt(sum * correction), scores.size(), confidence);
    }
}
