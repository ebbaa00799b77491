package dev.polylog.sweep.analysis.scaling;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.survival.Cell;
import dev.polylog.sweep.format.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A law fitted by maximum likelihood to runs of which some are censored: log n* = log of the law + sigma times a standard normal
 * (an accelerated failure time model with log-normal times). Immutable.
 */
public final class ScalingFit {
    private final ScalingLaw law;
    private final Spread spread;
    private final Sample sample;
    private final Optimum optimum;
    private final double[][] covariance;

    private ScalingFit(ScalingLaw law, Spread spread, Sample sample, Optimum optimum) {
        this.law = law;
        this.spread = spread;
        this.sample = sample;
        this.optimum = optimum;
        this.covariance = optimum.covariance();
    }

    /**
     * Fits a law.
     *
     * @param cells one for each x, in any order
     * @throws IllegalArgumentException if these data cannot determine the law; see {@link #obstacle}
     */
    public static ScalingFit of(ScalingLaw law, List<Cell> cells, Spread spread) {
        return of(law, Sample.of(cells), spread);
    }

    static ScalingFit of(ScalingLaw law, Sample sample, Spread spread) {
        obstacle(law, sample, spread).ifPresent(reason -> {
            throw new IllegalArgumentException("Cannot fit " + law + ", " + reason);
        });
        LogLikelihood function = new LogLikelihood(sample, Design.of(law, sample.x), spread);
        Optimum optimum = Maximiser.maximise(function, function.start());
        return new ScalingFit(
                law, spread, sample, spread == Spread.TREND ? better(optimum, sample, function) : optimum);
    }

    /** A likelihood with a trend may have several maxima, so it is climbed from the trend of the free medians as well. */
    private static Optimum better(Optimum first, Sample sample, LogLikelihood function) {
        return SaturatedFit.of(sample, Spread.TREND)
                .map(free -> {
                    double[] start = function.start();
                    double[] trend = free.spreadAround(LogLikelihood.meanLog(sample.x));
                    System.arraycopy(trend, 0, start, function.coefficients(), 2);
                    return Maximiser.maximise(function, start);
                })
                .filter(second -> second.converged && (!first.converged || second.value > first.value))
                .orElse(first);
    }

    /** Why a law cannot be fitted to these cells, if it cannot. */
    public static Optional<String> obstacle(ScalingLaw law, List<Cell> cells, Spread spread) {
        return obstacle(law, Sample.of(cells), spread);
    }

    static Optional<String> obstacle(ScalingLaw law, Sample sample, Spread spread) {
        int coefficients = law.parameters().size();
        int located = 0;
        for (int cell = 0; cell < sample.cells(); cell++) {
            located += sample.isLocated(cell) ? 1 : 0;
            if (!(sample.x[cell] > law.infimum())) {
                return Optional.of("it needs x above " + law.infimum() + ": " + sample.x[cell]);
            }
        }
        if (located < coefficients) {
            boolean isSeenTooLate = sample.crossings() > 0;
            return Optional.of("cells in which runs were seen before and after they reached the threshold: " + located
                    + " (expected at least " + coefficients + (isSeenTooLate ? "; more checkpoints may help" : "")
                    + ")");
        }
        int least = coefficients + (spread == Spread.TREND ? 2 : 1) + 2;
        return sample.crossings() < least
                ? Optional.of(
                        "runs that reached the threshold: " + sample.crossings() + " (expected at least " + least + ")")
                : Optional.empty();
    }

    public ScalingLaw law() {
        return law;
    }

    public Spread spread() {
        return spread;
    }

    public double logLikelihood() {
        return optimum.value;
    }

    /** Whether there is a maximum that tells all parameters; without it the values mean nothing. */
    public boolean isConverged() {
        return optimum.isDetermined(law.parameters().size());
    }

    /** Whether numbers have room for all parameters; c of a law with two free powers may be beyond them where all x are close. */
    boolean isExpressible() {
        return names().stream().mapToDouble(this::value).allMatch(Double::isFinite)
                && (law.isAdditive() || value("c") > 0);
    }

    /** Runs with a trajectory. */
    public int runs() {
        return sample.runs();
    }

    /** Runs that reached the threshold. */
    public int crossings() {
        return sample.crossings();
    }

    /** Names of the law's parameters, then {@code spread}, and under a trend {@code spread_slope}. */
    public List<String> names() {
        List<String> names = new ArrayList<>(law.parameters());
        names.add("spread");
        if (spread == Spread.TREND) {
            names.add("spread_slope");
        }
        return List.copyOf(names);
    }

    /**
     * Akaike's criterion with the correction of Hurvich and Tsai (1989), the number of observations being that of runs that
     * reached the threshold.
     */
    public double aicc() {
        double k = optimum.parameters.length;
        return 2 * k - 2 * optimum.value + 2 * k * (k + 1) / (crossings() - k - 1);
    }

    /** Value of a parameter, in the units of the formula; sigma is that at the geometric mean of x. */
    public double value(String name) {
        int index = index(name);
        return natural(index, optimum.parameters[index]);
    }

    /** The estimate with its profile-likelihood interval. */
    public Estimate estimate(String name, double confidence) {
        Confidence.check(confidence);
        int index = index(name);
        LogLikelihood function = new LogLikelihood(sample, Design.of(law, sample.x), spread);
        Interval interval =
                Profile.interval(function, optimum, index, limit(confidence), Math.sqrt(covariance[index][index]));
        return new Estimate(
                name, value(name), new Interval(natural(index, interval.lower()), natural(index, interval.upper())));
    }

    /** All of them at 95 %. */
    public List<Estimate> estimates() {
        return names().stream().map(name -> estimate(name, Confidence.USUAL)).toList();
    }

    /**
     * The limit of twice the loss of log-likelihood: m log(1 + t^2 / (m - k)) for m crossings, k parameters of the law and the
     * quantile t of Student's distribution with m - k degrees of freedom. Where nothing is censored and the law is linear, it
     * makes the interval Student's, exactly; for large m it is the usual quantile of chi-squared.
     */
    private double limit(double confidence) {
        double m = crossings();
        double degrees = m - law.parameters().size();
        double t = Confidence.studentT(confidence, degrees);
        return m * StrictMath.log1p(t * t / degrees);
    }

    private int index(String name) {
        int index = names().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException(
                    "Unknown parameter of " + law + ": " + name + " (expected one of " + names() + ")");
        }
        return index;
    }

    private double natural(int index, double parameter) {
        boolean isLog = index == law.parameters().size() || (index == 0 && !law.isAdditive());
        return isLog ? StrictMath.exp(parameter) : parameter;
    }

    /** n* at a place, inside or outside of the data; empty where the law is not positive. */
    public Optional<Prediction> at(double x, double confidence) {
        Confidence.check(confidence);
        Predictive predictive = predictive(x);
        if (Double.isNaN(predictive.location())) {
            return Optional.empty();
        }
        double t =
                Confidence.studentT(confidence, crossings() - law.parameters().size());
        double run = StrictMath.hypot(predictive.sigma(), predictive.error());
        return Optional.of(new Prediction(
                x,
                StrictMath.exp(predictive.location()),
                around(predictive.location(), t * predictive.error()),
                around(predictive.location(), t * run)));
    }

    private static Interval around(double location, double half) {
        return Double.isNaN(half)
                ? new Interval(0, Double.POSITIVE_INFINITY)
                : new Interval(StrictMath.exp(location - half), StrictMath.exp(location + half));
    }

    /** Location of log n*, its standard error, and sigma, the latter two corrected for the degrees of freedom. */
    Predictive predictive(double x) {
        int k = law.parameters().size();
        double[] gradient = new double[k];
        double location = Design.of(law, new double[] {x}).location(0, optimum.parameters, gradient);
        double variance = 0;
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < k; j++) {
                variance += gradient[i] * gradient[j] * covariance[i][j];
            }
        }
        double m = crossings();
        double correction = Math.sqrt(m / (m - k));
        double trend = spread == Spread.TREND
                ? optimum.parameters[k + 1] * (StrictMath.log(x) - LogLikelihood.meanLog(sample.x))
                : 0;
        double sigma = StrictMath.exp(optimum.parameters[k] + trend);
        return new Predictive(location, correction * Math.sqrt(variance), correction * sigma);
    }

    Sample sample() {
        return sample;
    }

    double[] parameters() {
        return optimum.parameters.clone();
    }

    /** Fits to other runs, starting from here. */
    Optional<double[]> refit(Sample other) {
        LogLikelihood function = new LogLikelihood(other, Design.of(law, other.x), spread);
        Optimum again = Maximiser.maximise(function, optimum.parameters);
        if (!again.isDetermined(law.parameters().size())) {
            return Optional.empty();
        }
        double[] values = again.parameters;
        for (int i = 0; i < values.length; i++) {
            values[i] = natural(i, values[i]);
        }
        return Optional.of(values);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(law.toString());
        for (String name : names()) {
            text.append(", ").append(name).append(" = ").append(Numerals.significant(value(name)));
        }
        return text.toString();
    }
}
