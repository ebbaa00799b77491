package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.scaling.CellFit;
import dev.polylog.sweep.analysis.scaling.MedianRatio;
import dev.polylog.sweep.analysis.scaling.Prediction;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.format.Numerals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;

/** What theory says of a group of cells, beside what they did. */
final class TheoryAlongAxis {
    private static final int POINTS = 12;

    private final AxisTheory theory;
    private final List<CellFit> cells;
    private final List<CellFit> known;

    /**
     * Theory for the cells of a group.
     *
     * @param all in order of x
     */
    TheoryAlongAxis(AxisTheory theory, List<CellFit> all) {
        this.theory = theory;
        this.cells = all.stream().filter(cell -> Double.isFinite(cell.x())).toList();
        this.known = cells.stream()
                .filter(cell -> Double.isFinite(cell.kaplanMeier().estimate()))
                .toList();
    }

    /** What theory expects, then what was measured; only the first if there is nothing to compare. */
    List<String> sentences(DoubleFunction<List<Crossing>> crossings) {
        String expected = "Theory expects n* in proportion to " + theory.formula() + ", because " + theory.reason();
        if (known.size() < 2) {
            return List.of(expected + ".");
        }
        CellFit first = known.get(0);
        CellFit last = known.get(known.size() - 1);
        String between = Numerals.times(theory.ratio(first.x(), last.x())) + " times as many samples at "
                + Numerals.plain(last.x()) + " as at " + Numerals.plain(first.x());
        Optional<MedianRatio> measured = MedianRatio.of(crossings.apply(last.x()), crossings.apply(first.x()));
        return List.of(
                expected + ": " + between + ".",
                measured.map(ratio -> "These runs took " + Numerals.times(ratio.value()) + " times as many ("
                                + ratio.range() + ").")
                        .orElseGet(() -> "These runs took "
                                + Numerals.times(last.kaplanMeier().estimate()
                                        / first.kaplanMeier().estimate())
                                + " times as many, with too few of them for an interval."));
    }

    /** The median that theory expects, from that of the first cell on. */
    List<Prediction> line() {
        List<Prediction> line = new ArrayList<>();
        for (int i = 1; i < cells.size(); i++) {
            double from = cells.get(i - 1).x();
            double to = cells.get(i).x();
            for (int step = i == 1 ? 0 : 1; step <= POINTS; step++) {
                double x = from + (to - from) * step / POINTS;
                line.add(new Prediction(x, expected(x), Interval.UNBOUNDED, Interval.UNBOUNDED));
            }
        }
        return line.stream()
                .filter(point -> Double.isFinite(point.median()) && point.median() > 0)
                .toList();
    }

    /** The median expected at a place; NaN if no cell has one. */
    double expected(double x) {
        return known.isEmpty()
                ? Double.NaN
                : known.get(0).kaplanMeier().estimate()
                        * theory.ratio(known.get(0).x(), x);
    }

    String name() {
        return "theory, " + theory.formula();
    }
}
