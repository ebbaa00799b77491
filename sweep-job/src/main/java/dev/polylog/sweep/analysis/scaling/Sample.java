package dev.polylog.sweep.analysis.scaling;

import dev.polylog.sweep.analysis.numeric.SplitMix;
import dev.polylog.sweep.analysis.survival.Cell;
import dev.polylog.sweep.analysis.survival.Crossing;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Cells in the form that likelihoods read: for each cell in order of x, the ends of log n* of each run. */
final class Sample {
    final double[] x;
    final double[][] lower;
    final double[][] upper;

    Sample(double[] x, double[][] lower, double[][] upper) {
        this.x = x;
        this.lower = lower;
        this.upper = upper;
    }

    static Sample of(List<Cell> cells) {
        List<Cell> sorted =
                cells.stream().sorted(Comparator.comparingDouble(Cell::x)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).x() == sorted.get(i - 1).x()) {
                throw new IllegalArgumentException("Cannot compare cells along an axis, two are at "
                        + sorted.get(i).x() + " (expected one cell for each value; fix the other axes, or merge)");
            }
        }
        return new Sample(
                sorted.stream().mapToDouble(Cell::x).toArray(),
                sorted.stream().map(cell -> logs(cell, Crossing::lower)).toArray(double[][]::new),
                sorted.stream().map(cell -> logs(cell, Crossing::upper)).toArray(double[][]::new));
    }

    private static double[] logs(Cell cell, ToDoubleFunction<Crossing> end) {
        return cell.crossings().stream()
                .mapToDouble(crossing -> StrictMath.log(end.applyAsDouble(crossing)))
                .toArray();
    }

    int cells() {
        return x.length;
    }

    int runs() {
        int runs = 0;
        for (double[] cell : lower) {
            runs += cell.length;
        }
        return runs;
    }

    int cellsWithRuns() {
        int cells = 0;
        for (double[] cell : lower) {
            cells += cell.length > 0 ? 1 : 0;
        }
        return cells;
    }

    /** Runs that reached the threshold: those that tell the spread. */
    int crossings() {
        int crossings = 0;
        for (int i = 0; i < cells(); i++) {
            crossings += crossings(i);
        }
        return crossings;
    }

    int crossings(int cell) {
        int crossings = 0;
        for (double end : upper[cell]) {
            crossings += end < Double.POSITIVE_INFINITY ? 1 : 0;
        }
        return crossings;
    }

    /** Whether a run of this cell has an interval with two ends, so that the cell alone locates n*. */
    boolean isLocated(int cell) {
        for (int i = 0; i < upper[cell].length; i++) {
            if (upper[cell][i] < Double.POSITIVE_INFINITY && lower[cell][i] > Double.NEGATIVE_INFINITY) {
                return true;
            }
        }
        return false;
    }

    Sample select(int[] cells) {
        double[] places = new double[cells.length];
        double[][] lowers = new double[cells.length][];
        double[][] uppers = new double[cells.length][];
        for (int i = 0; i < cells.length; i++) {
            places[i] = x[cells[i]];
            lowers[i] = lower[cells[i]];
            uppers[i] = upper[cells[i]];
        }
        return new Sample(places, lowers, uppers);
    }

    /** Runs drawn with replacement within each cell. */
    Sample resample(SplitMix random) {
        double[][] lowers = new double[cells()][];
        double[][] uppers = new double[cells()][];
        for (int i = 0; i < cells(); i++) {
            int runs = lower[i].length;
            lowers[i] = new double[runs];
            uppers[i] = new double[runs];
            for (int j = 0; j < runs; j++) {
                int drawn = random.nextInt(runs);
                lowers[i][j] = lower[i][drawn];
                uppers[i][j] = upper[i][drawn];
            }
        }
        return new Sample(x, lowers, uppers);
    }

    long seed() {
        long seed = SplitMix.seedOf(x);
        for (int i = 0; i < cells(); i++) {
            seed = SplitMix.mix(seed ^ SplitMix.seedOf(lower[i]) ^ Long.rotateLeft(SplitMix.seedOf(upper[i]), 1));
        }
        return seed;
    }
}
