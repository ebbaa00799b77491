package dev.polylog.sweep.analysis.growth;

import dev.polylog.sweep.analysis.numeric.Confidence;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measured growth against predicted growth by least squares, through the origin and with an intercept. Points of a run depend on
 * each other, so errors are robust to clusters (Liang and Zeger 1986; Cameron and Miller, <i>A practitioner's guide to
 * cluster-robust inference</i>, 2015): (X'X)^-1 (sum over runs of X_g' u_g u_g' X_g) (X'X)^-1 times G / (G - 1) times
 * (N - 1) / (N - K), for G runs, N points and K coefficients. The prediction holds if the slope is 1 and the intercept 0.
 *
 * @param throughOrigin slope of the line through the origin
 * @param slope of the line with an intercept
 * @param intercept per step
 * @param runs G
 * @param points N
 */
public record GrowthRegression(
        Coefficient throughOrigin, Coefficient slope, Coefficient intercept, int runs, int points) {

    /**
     * Fits both lines.
     *
     * @param points at least three, with predictions that are not all the same
     */
    public static GrowthRegression of(List<GrowthPoint> points, double confidence) {
        Confidence.check(confidence);
        double n = points.size();
        double meanX =
                points.stream().mapToDouble(GrowthPoint::predicted).average().orElse(0);
        double meanY =
                points.stream().mapToDouble(GrowthPoint::measured).average().orElse(0);
        double xx = 0;
        double xy = 0;
        double square = 0;
        double product = 0;
        for (GrowthPoint point : points) {
            xx += (point.predicted() - meanX) * (point.predicted() - meanX);
            xy += (point.predicted() - meanX) * (point.measured() - meanY);
            square += point.predicted() * point.predicted();
            product += point.predicted() * point.measured();
        }
        if (points.size() < 3 || !(xx > 0)) {
            throw new IllegalArgumentException("Cannot regress growth on " + points.size()
                    + " points (expected at least 3, with predictions that differ)");
        }
        double origin = product / square;
        double slope = xy / xx;
        double intercept = meanY - slope * meanX;
        Map<Integer, double[]> scores = new TreeMap<>();
        for (GrowthPoint point : points) {
            double[] score = scores.computeIfAbsent(point.run(), run -> new double[3]);
            double rest = point.measured() - intercept - slope * point.predicted();
            score[0] += (point.measured() - origin * point.predicted()) * point.predicted() / square;
            score[1] += rest * (point.predicted() - meanX) / xx;
            score[2] += rest * (1 / n - meanX * (point.predicted() - meanX) / xx);
        }
        int runs = scores.size();
        return new GrowthRegression(
                coefficient(origin, scores, 0, n, 1, confidence),
                coefficient(slope, scores, 1, n, 2, confidence),
                coefficient(intercept, scores, 2, n, 2, confidence),
                runs,
                points.size());
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
