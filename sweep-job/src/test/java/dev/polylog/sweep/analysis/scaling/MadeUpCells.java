package dev.polylog.sweep.analysis.scaling;

import dev.polylog.sweep.analysis.numeric.Normal;
import dev.polylog.sweep.analysis.numeric.SplitMix;
import dev.polylog.sweep.analysis.survival.Cell;
import dev.polylog.sweep.analysis.survival.Crossing;
import java.util.ArrayList;
import java.util.List;

/**
 * Data sets of every kind that a sweep can leave, and of some that it can hardly: one to eight places anywhere from 1 on, some of
 * them so close that they tell nothing; no run to a dozen in each; checkpoints from dense to so coarse that all runs of a cell fall
 * between the same two, or at equal steps, the first crossing being before the first of these; budgets that cut off anything from
 * no run to all; spreads from 0.002 to 3 that may change along the axis; numbers of samples from 1e-4 to 1e17; medians that follow
 * no law.
 */
final class MadeUpCells {
    private final SplitMix random;

    private MadeUpCells(SplitMix random) {
        this.random = random;
    }

    /** Data set number {@code index}. */
    static List<Cell> of(long index) {
        return new MadeUpCells(new SplitMix(4242, index)).cells();
    }

    private List<Cell> cells() {
        List<Double> places = places();
        double scale = between(-9, 25);
        double power = between(-1, 2.5);
        double jump = random.nextInt(3) == 0 ? between(0, 2) : 0;
        double sigma = StrictMath.exp(between(-6, 1.1));
        double trend = random.nextInt(3) == 0 ? between(-0.6, 0.6) : 0;
        double censored = random.nextInt(2) == 0 ? 0 : random.nextDouble();
        Checkpoints checkpoints = checkpoints(StrictMath.exp(scale));
        int most = 1 + random.nextInt(12);
        List<Cell> cells = new ArrayList<>();
        for (double x : places) {
            double log = StrictMath.log(x);
            double median = scale + power * log + jump * gauss();
            double spread = sigma * StrictMath.exp(trend * log);
            double budget = random.nextDouble() < censored ? median + spread * gauss() : Double.POSITIVE_INFINITY;
            List<Crossing> crossings = new ArrayList<>();
            for (int run = random.nextInt(8) == 0 ? most : 0; run < most; run++) {
                double logSamples = Math.min(60, Math.max(-60, median + spread * gauss()));
                crossings.add(
                        logSamples > budget
                                ? Crossing.after(checkpoints.before(StrictMath.exp(Math.max(-60, budget))))
                                : checkpoints.around(StrictMath.exp(logSamples)));
            }
            cells.add(new Cell(x, crossings, random.nextInt(10) == 0 ? 1 : 0));
        }
        return cells;
    }

    private List<Double> places() {
        List<Double> places = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        double x = random.nextInt(20) == 0 ? between(0.1, 3) : StrictMath.exp(between(0.5, 7));
        double step = StrictMath.exp(between(-4, 1.5));
        for (int i = 0; i < count; i++) {
            places.add(x);
            x *= StrictMath.exp(step * (0.5 + random.nextDouble()));
        }
        return places;
    }

    private double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    private double gauss() {
        return Normal.quantile(random.nextDouble());
    }

    private Checkpoints checkpoints(double scale) {
        return switch (random.nextInt(4)) {
            case 0 -> new Checkpoints(0, 0);
            case 1 -> new Checkpoints(0, StrictMath.exp(StrictMath.exp(between(-6, 1))));
            case 2 -> new Checkpoints(scale * StrictMath.exp(between(-3, 8)), 0);
            default -> new Checkpoints(0, 1.05);
        };
    }

    /** Exact ones, ones at equal steps, or ones at equal ratios. */
    private record Checkpoints(double step, double ratio) {
        double before(double samples) {
            if (step > 0) {
                return step * StrictMath.floor(samples / step);
            }
            return ratio > 0
                    ? StrictMath.pow(ratio, StrictMath.floor(StrictMath.log(samples) / StrictMath.log(ratio)))
                    : samples;
        }

        Crossing around(double samples) {
            double low = before(samples);
            if (step > 0) {
                return Crossing.between(low, Math.max(low + step, samples));
            }
            return Crossing.between(low, Math.max(low * Math.max(ratio, 1), low));
        }
    }
}
