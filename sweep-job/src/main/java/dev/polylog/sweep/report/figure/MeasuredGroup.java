package dev.polylog.sweep.report.figure;

import dev.polylog.sweep.analysis.scaling.CellFit;
import dev.polylog.sweep.analysis.scaling.LocalSlope;
import dev.polylog.sweep.analysis.survival.Crossing;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * A group of cells along the axis, without a law.
 *
 * @param name the cells without their place on the axis, such as {@code inputs = gaussian}; empty if there is but one group
 * @param cells their medians
 * @param crossings when each run crossed the threshold, by x
 * @param slopes between neighbouring cells
 */
public record MeasuredGroup(
        String name, List<CellFit> cells, Map<Double, List<Crossing>> crossings, List<LocalSlope> slopes) {
    public MeasuredGroup {
        cells = List.copyOf(cells);
        crossings = Collections.unmodifiableMap(new LinkedHashMap<>(crossings));
        slopes = List.copyOf(slopes);
    }

    /** Where a mark of the median's interval begins: its lower end, or the first crossing of a run if it is open. */
    double from(CellFit cell) {
        double low = cell.kaplanMeier().interval().lower();
        return low > 0 ? low : reached(cell).min().orElse(cell.kaplanMeier().estimate());
    }

    /** Where such a mark ends: the interval's upper end, or the last crossing of a run if it is open. */
    double to(CellFit cell) {
        double high = cell.kaplanMeier().interval().upper();
        return Double.isFinite(high)
                ? high
                : reached(cell).max().orElse(cell.kaplanMeier().estimate());
    }

    private DoubleStream reached(CellFit cell) {
        return crossings.getOrDefault(cell.x(), List.of()).stream()
                .filter(Crossing::isReached)
                .mapToDouble(Crossing::upper);
    }

    /** The least that the median of a cell can be: the end of its interval, or else what half of the runs have outlasted. */
    double least(CellFit cell) {
        double low = cell.kaplanMeier().interval().lower();
        if (low > 0 && Double.isFinite(low)) {
            return low;
        }
        double[] outlasted = crossings.getOrDefault(cell.x(), List.of()).stream()
                .mapToDouble(Crossing::lower)
                .sorted()
                .toArray();
        return outlasted.length == 0 ? Double.NaN : outlasted[outlasted.length / 2];
    }
}
