package dev.polylog.sweep.analysis.survival;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.numeric.Normal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The share of runs that have not met a threshold yet, as a function of samples, from runs of which some never do (Kaplan and
 * Meier, <i>Nonparametric estimation from incomplete observations</i>, 1958). A run counts at the upper end of its
 * interval, where it was seen to have met it.
 *
 * @param steps where the curve falls, ascending
 * @param followUp samples at which the last run, with or without success, was seen last; 0 without runs
 */
public record KaplanMeier(List<Step> steps, double followUp) {
    private static final double SAME = 1e-12;

    /**
     * A fall of the curve.
     *
     * @param samples where
     * @param atRisk runs that are known not to have met the threshold before
     * @param events runs that meet it here
     * @param survival share that has not met it, from here to the next step
     * @param variance Greenwood's sum, events / (atRisk (atRisk - events)) up to here: the variance of log survival; infinite
     *     once the survival is 0
     */
    public record Step(double samples, int atRisk, int events, double survival, double variance) {
        /** Standard error of the survival; NaN once it is 0. */
        public double standardError() {
            return survival * Math.sqrt(variance);
        }

        /** By the log-log transform, which stays within [0, 1]; unbounded above the survival once that is 0. */
        public Interval interval(double confidence) {
            if (survival == 0) {
                return new Interval(0, 1);
            }
            double log = StrictMath.log(survival);
            double factor = StrictMath.exp(Normal.twoSided(confidence) * Math.sqrt(variance) / log);
            return new Interval(StrictMath.exp(log / factor), StrictMath.exp(log * factor));
        }
    }

    public KaplanMeier {
        steps = List.copyOf(steps);
    }

    /** Crossings count at the checkpoint that showed them, which is late by at most one interval. */
    public static KaplanMeier ofUpperEnds(List<Crossing> crossings) {
        List<Crossing> sorted = crossings.stream()
                .sorted(Comparator.comparingDouble(KaplanMeier::time).thenComparing(crossing -> !crossing.isReached()))
                .toList();
        List<Step> steps = new ArrayList<>();
        double survival = 1;
        double variance = 0;
        for (int i = 0; i < sorted.size(); ) {
            double samples = time(sorted.get(i));
            int atRisk = sorted.size() - i;
            int events = 0;
            for (; i < sorted.size() && time(sorted.get(i)) == samples; i++) {
                events += sorted.get(i).isReached() ? 1 : 0;
            }
            if (events > 0) {
                survival *= (double) (atRisk - events) / atRisk;
                variance += events / ((double) atRisk * (atRisk - events));
                steps.add(new Step(samples, atRisk, events, survival, variance));
            }
        }
        return new KaplanMeier(steps, sorted.isEmpty() ? 0 : time(sorted.get(sorted.size() - 1)));
    }

    /** Samples at which a run leaves those at risk. */
    private static double time(Crossing crossing) {
        return crossing.isReached() ? crossing.upper() : crossing.lower();
    }

    /** Share of runs that have not met the threshold by then. */
    public double survival(double samples) {
        double survival = 1;
        for (Step step : steps) {
            if (step.samples() > samples) {
                break;
            }
            survival = step.survival();
        }
        return survival;
    }

    /**
     * The median at 95 %. That interval has no lower end, which is 0, while the smallest order statistic cannot be one: all of r runs
     * are above the median with a chance of 2^-r, which is above 2.5 % for five runs or fewer.
     */
    public Quantile median() {
        Quantile median = quantile(0.5, Confidence.USUAL);
        Interval interval = median.interval();
        boolean isBounded = steps.isEmpty()
                || interval.lower() > steps.get(0).samples()
                || StrictMath.pow(0.5, steps.get(0).atRisk()) <= (1 - Confidence.USUAL) / 2;
        return isBounded ? median : new Quantile(median.p(), median.estimate(), new Interval(0, interval.upper()));
    }

    /**
     * The sample count at which the curve falls to 1 - p, with the interval of Brookmeyer and Crowley (<i>A confidence interval
     * for the median survival time</i>, 1982): all counts at which the curve's log-log interval holds 1 - p. Where a curve runs
     * at 1 - p exactly, the middle of that stretch counts, up to the last follow-up, as in R. Where the curve falls to 0 at once, its
     * interval is unknown, and so is the lower end, which is 0.
     */
    public Quantile quantile(double p, double confidence) {
        Confidence.check(p);
        Confidence.check(confidence);
        double level = 1 - p;
        boolean fallsAtOnce = !steps.isEmpty() && steps.get(0).survival() == 0;
        double lower = fallsAtOnce
                ? 0
                : fallsTo(level, step -> step.interval(confidence).lower());
        double upper = fallsTo(level, step -> step.interval(confidence).upper());
        return new Quantile(p, fallsTo(level, Step::survival), new Interval(lower, upper));
    }

    private double fallsTo(double level, ToDoubleFunction<Step> curve) {
        for (int i = 0; i < steps.size(); i++) {
            double value = curve.applyAsDouble(steps.get(i));
            if (value < level - SAME) {
                return steps.get(i).samples();
            }
            if (value <= level + SAME) {
                double next = i + 1 < steps.size() ? steps.get(i + 1).samples() : followUp;
                return (steps.get(i).samples() + next) / 2;
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
