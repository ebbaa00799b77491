package dev.polylog.sweep.report.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Subsets of points that make the same picture. Statistics are never thinned, only what is drawn. */
public final class Thinning {
    /** Rows that a figure may carry. */
    private static final int ROWS = 4000;

    private Thinning() {}

    /** Points that each of some lines may have. */
    static int share(int lines) {
        return Math.max(24, Math.min(200, ROWS / Math.max(1, lines)));
    }

    /** The points with a positive place, in order; where they are dense, one in each of equal steps of the logarithm. */
    static <T> List<T> logarithmic(List<T> points, ToDoubleFunction<T> place, int most) {
        List<T> sorted = points.stream()
                .filter(point -> place.applyAsDouble(point) > 0)
                .sorted(Comparator.comparingDouble(place))
                .toList();
        if (sorted.size() <= most) {
            return sorted;
        }
        double first = Math.log(place.applyAsDouble(sorted.get(0)));
        double last = Math.log(place.applyAsDouble(sorted.get(sorted.size() - 1)));
        List<T> kept = new ArrayList<>();
        long taken = -1;
        for (T point : sorted) {
            long bin = (long) ((Math.log(place.applyAsDouble(point)) - first) / (last - first) * (most - 1));
            if (bin > taken) {
                kept.add(point);
                taken = bin;
            }
        }
        return kept;
    }

    /** At most so many of a list, evenly spaced, the first and the last among them. */
    public static <T> List<T> even(List<T> all, int most) {
        if (all.size() <= most) {
            return all;
        }
        if (most == 1) {
            return List.of(all.get(0));
        }
        return IntStream.range(0, most)
                .mapToObj(i -> all.get((int) Math.round((double) i * (all.size() - 1) / (most - 1))))
                .toList();
    }

    /** Every n-th of a list, the first included. */
    static <T> List<T> every(List<T> all, int n) {
        return n <= 1
                ? all
                : IntStream.range(0, all.size())
                        .filter(i -> i % n == 0)
                        .mapToObj(all::get)
                        .toList();
    }
}
