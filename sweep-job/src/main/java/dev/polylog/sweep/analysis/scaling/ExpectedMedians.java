package dev.polylog.sweep.analysis.scaling;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Normal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Medians of n* that theory gives without a free parameter, along an axis.
 *
 * @param samples by x, in order of x; both positive and finite
 * @param errors their standard errors, because theory has a median of a few starts, by x; those that are missing are 0
 */
public record ExpectedMedians(Map<Double, Double> samples, Map<Double, Double> errors) {
    /** None at all. */
    public static final ExpectedMedians NONE = new ExpectedMedians(Map.of(), Map.of());

    /**
     * A curve n* = x (c0 + c1 log x + c2 log^2 x) through the medians.
     *
     * @param error standard error of c1
     * @param worst largest relative distance of a median from the curve
     */
    public record Curve(double c0, double c1, double c2, double error, double worst) {
        /** Whether a measured c1 may be this one: the interval holds it, widened by what a few starts leave open. */
        public boolean agreesWith(Estimate measured) {
            double nearest = c1 < measured.value()
                    ? measured.interval().lower()
                    : measured.interval().upper();
            double open = StrictMath.hypot(nearest - measured.value(), Normal.twoSided(Confidence.USUAL) * error);
            return Math.abs(c1 - measured.value()) <= open;
        }
    }

    /** By how much n* / x rises for a unit of log x, between neighbours. */
    public record Rise(double from, double to, double value) {}

    public ExpectedMedians {
        samples.forEach((x, n) -> {
            if (!(x > 0 && n > 0 && Double.isFinite(x) && Double.isFinite(n))) {
                throw new IllegalArgumentException(
                        "Invalid expected median: " + n + " at " + x + " (expected positive numbers)");
            }
        });
        samples = Collections.unmodifiableMap(new TreeMap<>(samples));
        errors = Map.copyOf(errors);
    }

    /** Whether there are enough of them for a curve that could miss one. */
    public boolean hasCurve() {
        return samples.size() >= 3;
    }

    public OptionalDouble at(double x) {
        Double expected = samples.get(x);
        return expected == null ? OptionalDouble.empty() : OptionalDouble.of(expected);
    }

    /** Those at some places alone. */
    public ExpectedMedians only(List<Double> places) {
        Map<Double, Double> kept = new TreeMap<>(samples);
        kept.keySet().retainAll(places);
        return new ExpectedMedians(kept, errors);
    }

    /**
     * The curve of least squares of relative distances, of at least two medians; of two it misses none.
     *
     * @param c2 given, 0 for a line in log x
     */
    public Curve curve(double c2) {
        if (samples.size() < 2) {
            throw new IllegalArgumentException(
                    "Cannot draw a curve through " + samples.size() + " medians (expected at least 2)");
        }
        double w = 0;
        double wl = 0;
        double wll = 0;
        double wy = 0;
        double wly = 0;
        for (Map.Entry<Double, Double> median : samples.entrySet()) {
            double log = StrictMath.log(median.getKey());
            double perX = median.getValue() / median.getKey();
            double y = perX - c2 * log * log;
            double weight = 1 / (perX * perX);
            w += weight;
            wl += weight * log;
            wll += weight * log * log;
            wy += weight * y;
            wly += weight * log * y;
        }
        double determinant = w * wll - wl * wl;
        double c1 = (w * wly - wl * wy) / determinant;
        double c0 = (wy - c1 * wl) / w;
        double worst = 0;
        double variance = 0;
        for (Map.Entry<Double, Double> median : samples.entrySet()) {
            double log = StrictMath.log(median.getKey());
            double relative = errors.getOrDefault(median.getKey(), 0.0) / median.getValue();
            double influence = (w * log - wl) * relative * median.getKey() / (determinant * median.getValue());
            variance += influence * influence;
            double drawn = median.getKey() * (c0 + c1 * log + c2 * log * log);
            worst = Math.max(worst, Math.abs(drawn / median.getValue() - 1));
        }
        return new Curve(c0, c1, c2, Math.sqrt(variance), worst);
    }

    public List<Rise> rises() {
        List<Rise> rises = new ArrayList<>();
        List<Map.Entry<Double, Double>> medians = List.copyOf(samples.entrySet());
        for (int i = 1; i < medians.size(); i++) {
            double from = medians.get(i - 1).getKey();
            double to = medians.get(i).getKey();
            double rise = medians.get(i).getValue() / to - medians.get(i - 1).getValue() / from;
            rises.add(new Rise(from, to, rise / StrictMath.log(to / from)));
        }
        return List.copyOf(rises);
    }
}
