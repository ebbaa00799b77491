package dev.polylog.sweep.analysis.scaling;

import dev.polylog.sweep.analysis.numeric.Normal;
import dev.polylog.sweep.analysis.numeric.SplitMix;
import dev.polylog.sweep.analysis.survival.Cell;
import dev.polylog.sweep.analysis.survival.Crossing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A truth to draw crossings from: a law with known parameters, seen at checkpoints that are 5 % apart, each cell with a budget that
 * a known share of its runs does not keep to.
 *
 * @param parameters as in the formula, c instead of log c
 */
record Simulation(ScalingLaw law, List<Double> parameters, double sigma, List<Double> x, int replicates) {
    private static final double RATIO = 1.05;

    static Stream<Simulation> laws() {
        return Stream.of(
                law(PowerLaw.LINEAR, 900),
                law(PowerLaw.LINEAR_LOG, 120),
                law(PowerLaw.LINEAR_LOG_SQUARED, 15),
                law(PowerLaw.QUADRATIC, 2),
                law(Additive.LOG, -60, 79),
                law(PowerLaw.POWER, 40, 1.4),
                law(Additive.LOG_SQUARED, 150, -30, 12),
                law(PowerLaw.POWER_LOG, 20, 1.2, 2));
    }

    static Simulation law(ScalingLaw law, double... parameters) {
        return new Simulation(law, Arrays.stream(parameters).boxed().toList(), 0.15, powers(64, 65_536, 4), 12);
    }

    static List<Double> powers(double from, double to, double ratio) {
        List<Double> x = new ArrayList<>();
        for (double value = from; value <= to; value *= ratio) {
            x.add(value);
        }
        return List.copyOf(x);
    }

    Simulation with(double otherSigma, List<Double> otherX, int otherReplicates) {
        return new Simulation(law, parameters, otherSigma, otherX, otherReplicates);
    }

    double median(double at) {
        double[] theta = parameters.stream().mapToDouble(Double::doubleValue).toArray();
        if (!law.isAdditive()) {
            theta[0] = StrictMath.log(theta[0]);
        }
        return StrictMath.exp(Design.of(law, new double[] {at}).location(0, theta, new double[theta.length]));
    }

    /** One draw in which no run may take more than {@code budget} samples, whatever its x. */
    List<Cell> within(SplitMix random, double budget) {
        return x.stream().map(at -> cell(at, budget, random)).toList();
    }

    /** One draw, in which a run is censored with probability {@code censored}. */
    List<Cell> cells(SplitMix random, double censored) {
        List<Cell> cells = new ArrayList<>();
        for (double at : x) {
            double median = median(at);
            double budget = censored == 0
                    ? Double.POSITIVE_INFINITY
                    : median * StrictMath.exp(sigma * Normal.quantile(1 - censored));
            cells.add(cell(at, budget, random));
        }
        return cells;
    }

    /** One draw without censoring, seen at checkpoints that are farther apart, or closer, than usual. */
    List<Cell> seen(SplitMix random, double ratio) {
        return x.stream()
                .map(at -> cell(at, Double.POSITIVE_INFINITY, random, ratio))
                .toList();
    }

    private Cell cell(double at, double budget, SplitMix random) {
        return cell(at, budget, random, RATIO);
    }

    private Cell cell(double at, double budget, SplitMix random, double ratio) {
        double median = median(at);
        List<Crossing> crossings = new ArrayList<>();
        for (int i = 0; i < replicates; i++) {
            crossings.add(seen(median * StrictMath.exp(sigma * Normal.quantile(random.nextDouble())), budget, ratio));
        }
        return Cell.of(at, crossings);
    }

    private static Crossing seen(double samples, double budget, double ratio) {
        if (samples > budget) {
            return Crossing.after(budget);
        }
        double below = StrictMath.floor(StrictMath.log(samples) / StrictMath.log(ratio));
        double upper = StrictMath.min(budget, StrictMath.pow(ratio, below + 1));
        return Crossing.between(StrictMath.pow(ratio, below), upper);
    }

    @Override
    public String toString() {
        return law + " " + parameters;
    }
}
