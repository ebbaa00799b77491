package dev.polylog.sweep.report.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/**
 * The zeros and signs of a function on a square around 0. Zeros are interpolated along the edges of square cells, of which 0 is the
 * middle of one; signs are those in the middle of columns, of which 0 is an edge.
 *
 * @param lines pieces of the zero set, each within a cell
 * @param regions where signs are the same
 */
record Contour(List<Line> lines, List<Region> regions) {
    private static final int CELLS = 61;
    private static final int COLUMNS = 120;

    /** From one point to another. */
    record Line(double x1, double x2, double toX1, double toX2) {}

    /**
     * A piece of a column of one sign.
     *
     * @param group that it has in common with the piece beside it that it continues
     */
    record Region(double x1, double x2, double toX1, double toX2, boolean isPositive, int group) {
        Region of(int other) {
            return new Region(x1, x2, toX1, toX2, isPositive, other);
        }

        boolean continues(Region other) {
            return isPositive == other.isPositive && x2 < other.toX2 && other.x2 < toX2;
        }
    }

    static Contour of(DoubleBinaryOperator f, double reach) {
        double width = 2 * reach / CELLS;
        double[][] values = new double[CELLS + 1][CELLS + 1];
        for (int i = 0; i <= CELLS; i++) {
            for (int k = 0; k <= CELLS; k++) {
                values[i][k] = f.applyAsDouble(-reach + i * width, -reach + k * width);
            }
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < CELLS; i++) {
            double left = -reach + i * width;
            for (int k = 0; k < CELLS; k++) {
                addLines(lines, values, i, k, left, -reach + k * width, width);
            }
        }
        return new Contour(lines, regions(f, reach));
    }

    /** Where the edges of a cell are crossed; of four crossings, opposite ones are joined. */
    private static void addLines(
            List<Line> lines, double[][] v, int i, int k, double left, double bottom, double width) {
        List<double[]> crossings = new ArrayList<>();
        add(crossings, v[i][k], v[i + 1][k], share -> new double[] {left + share * width, bottom});
        add(crossings, v[i + 1][k], v[i + 1][k + 1], share -> new double[] {left + width, bottom + share * width});
        add(crossings, v[i][k + 1], v[i + 1][k + 1], share -> new double[] {left + share * width, bottom + width});
        add(crossings, v[i][k], v[i][k + 1], share -> new double[] {left, bottom + share * width});
        int pairs = crossings.size() / 2;
        for (int pair = 0; pair < pairs; pair++) {
            double[] from = crossings.get(pair);
            double[] to = crossings.get(pair + pairs);
            lines.add(new Line(from[0], from[1], to[0], to[1]));
        }
    }

    @FunctionalInterface
    private interface Place {
        double[] at(double share);
    }

    private static void add(List<double[]> crossings, double from, double to, Place place) {
        if (from > 0 != to > 0) {
            crossings.add(place.at(from / (from - to)));
        }
    }

    private static List<Region> regions(DoubleBinaryOperator f, double reach) {
        double width = 2 * reach / COLUMNS;
        List<Region> regions = new ArrayList<>();
        List<Region> before = List.of();
        int groups = 0;
        for (int column = 0; column < COLUMNS; column++) {
            List<Region> free = new ArrayList<>(before);
            List<Region> now = new ArrayList<>();
            for (Region region : column(f, -reach + column * width, width, reach)) {
                Optional<Region> neighbour =
                        free.stream().filter(region::continues).findFirst();
                neighbour.ifPresent(free::remove);
                now.add(region.of(neighbour.map(Region::group).orElse(groups)));
                groups += neighbour.isEmpty() ? 1 : 0;
            }
            regions.addAll(now);
            before = now;
        }
        return regions;
    }

    /** The signs along the middle of a column. */
    private static List<Region> column(DoubleBinaryOperator f, double left, double width, double reach) {
        double middle = left + width / 2;
        List<Region> regions = new ArrayList<>();
        double from = -reach;
        double before = f.applyAsDouble(middle, -reach);
        for (int k = 1; k <= COLUMNS; k++) {
            double at = -reach + k * width;
            double value = f.applyAsDouble(middle, at);
            if (value > 0 != before > 0) {
                double zero = at - width + width * before / (before - value);
                regions.add(new Region(left, from, left + width, zero, before > 0, 0));
                from = zero;
            }
            before = value;
        }
        regions.add(new Region(left, from, left + width, reach, before > 0, 0));
        return regions;
    }
}
