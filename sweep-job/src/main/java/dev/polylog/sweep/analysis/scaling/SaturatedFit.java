package dev.polylog.sweep.analysis.scaling;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * A median of its own for each cell: what a law is measured against. Cells in which no run has an interval with two ends are left
 * out; with a median that is late enough they would contribute a log-likelihood of 0.
 */
final class SaturatedFit {
    private final int[] cells;
    private final Sample sample;
    private final Optimum optimum;
    private final double[][] covariance;

    private SaturatedFit(int[] cells, Sample sample, Optimum optimum) {
        this.cells = cells;
        this.sample = sample;
        this.optimum = optimum;
        this.covariance = corrected(optimum.covariance(), sample.crossings(), cells.length);
    }

    /** The variance of maximum likelihood is short by (m - K) / m for m crossings and K medians, as in least squares. */
    private static double[][] corrected(double[][] covariance, double m, double medians) {
        return Arrays.stream(covariance)
                .map(row -> Arrays.stream(row)
                        .map(value -> value * m / (m - medians))
                        .toArray())
                .toArray(double[][]::new);
    }

    static Optional<SaturatedFit> of(Sample sample, Spread spread) {
        int[] cells =
                IntStream.range(0, sample.cells()).filter(sample::isLocated).toArray();
        Sample located = sample.select(cells);
        if (cells.length == 0 || located.crossings() < cells.length + 3) {
            return Optional.empty();
        }
        LogLikelihood function = new LogLikelihood(located, Design.saturated(cells.length), spread);
        Optimum optimum = Maximiser.maximise(function, function.start());
        return optimum.isDetermined(cells.length)
                ? Optional.of(new SaturatedFit(cells, located, optimum))
                : Optional.empty();
    }

    /** The spread that these data ask for: a trend if twice the log-likelihood gains more than chance does once in a hundred. */
    static Spread spread(Sample sample) {
        double onePercentOfChiSquared = 6.635;
        Optional<SaturatedFit> common = of(sample, Spread.COMMON);
        Optional<SaturatedFit> trend = of(sample, Spread.TREND);
        return common.isPresent()
                        && trend.isPresent()
                        && common.get().cells.length > 1
                        && 2 * (trend.get().optimum.value - common.get().optimum.value) > onePercentOfChiSquared
                ? Spread.TREND
                : Spread.COMMON;
    }

    /**
     * The probability of a misfit as large as that of a law which is true: F = (exp(L / m) - 1)(m - K) / (K - k) with L twice the
     * difference of log-likelihoods, m crossings, K cells and k parameters. NaN where the law has as many parameters as cells.
     */
    double misfit(ScalingFit fit) {
        double m = sample.crossings();
        double loss = Math.max(0, 2 * (optimum.value - fit.logLikelihood()));
        double numerator = cells.length - fit.law().parameters().size();
        double denominator = m - cells.length;
        double f = StrictMath.expm1(loss / m) * denominator / numerator;
        return Confidence.fAbove(f, numerator, denominator);
    }

    /** Log sigma at the mean of log x of other places, and its slope; the slope is 0 without a trend. */
    double[] spreadAround(double meanLog) {
        int first = cells.length;
        double slope = optimum.parameters.length > first + 1 ? optimum.parameters[first + 1] : 0;
        return new double[] {optimum.parameters[first] + slope * (meanLog - LogLikelihood.meanLog(sample.x)), slope};
    }

    private OptionalInt position(int cell) {
        return IntStream.range(0, cells.length).filter(i -> cells[i] == cell).findFirst();
    }

    /** Half an interval; infinite where the data leave a variance, or its estimate, without a bound. */
    private double half(double confidence, double variance) {
        double t = Confidence.studentT(confidence, sample.crossings() - cells.length);
        return t < Double.POSITIVE_INFINITY && variance < Double.POSITIVE_INFINITY
                ? t * Math.sqrt(Math.max(0, variance))
                : Double.POSITIVE_INFINITY;
    }

    /** The median of a cell, by number in the whole sample; empty where it has none. */
    Optional<Estimate> median(int cell, double confidence) {
        OptionalInt position = position(cell);
        if (position.isEmpty()) {
            return Optional.empty();
        }
        int i = position.getAsInt();
        double half = half(confidence, covariance[i][i]);
        double log = optimum.parameters[i];
        return Optional.of(new Estimate(
                "median", StrictMath.exp(log), new Interval(StrictMath.exp(log - half), StrictMath.exp(log + half))));
    }

    List<LocalSlope> slopes(double confidence) {
        List<LocalSlope> slopes = new ArrayList<>();
        for (int i = 1; i < cells.length; i++) {
            double run = StrictMath.log(sample.x[i]) - StrictMath.log(sample.x[i - 1]);
            double slope = (optimum.parameters[i] - optimum.parameters[i - 1]) / run;
            double variance = covariance[i][i] + covariance[i - 1][i - 1] - 2 * covariance[i][i - 1];
            double half = half(confidence, variance) / run;
            slopes.add(new LocalSlope(sample.x[i - 1], sample.x[i], slope, new Interval(slope - half, slope + half)));
        }
        return List.copyOf(slopes);
    }

    /** Log of each cell's median minus that of the law. */
    List<Residual> residuals(ScalingFit fit, double confidence) {
        List<Residual> residuals = new ArrayList<>();
        for (int i = 0; i < cells.length; i++) {
            double value = optimum.parameters[i] - fit.predictive(sample.x[i]).location();
            double half = half(confidence, covariance[i][i]);
            residuals.add(new Residual(sample.x[i], value, new Interval(value - half, value + half)));
        }
        return List.copyOf(residuals);
    }
}
