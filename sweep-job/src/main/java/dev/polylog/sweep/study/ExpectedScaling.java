package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.scaling.ExpectedMedians;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Grid;
import dev.polylog.sweep.theory.Expectation;
import dev.polylog.sweep.theory.Forecast;
import dev.polylog.sweep.theory.GrowthTheory;
import dev.polylog.trainer.run.Fields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;

/** How the n* that theory expects grows with d, in words. */
public final class ExpectedScaling {
    private ExpectedScaling() {}

    /**
     * A paragraph for each group of cells that theory has at least three dimensions of.
     *
     * @param forecasts by cell
     */
    public static List<String> paragraphs(Grid grid, Map<Integer, ? extends Forecast> forecasts) {
        StudyOptions alongD = new StudyOptions(
                Optional.of(Fields.D.column()),
                List.of(),
                OptionalInt.empty(),
                StudyOptions.Laws.OF_DIMENSION,
                OptionalInt.empty());
        StudyDesign design = new StudyDesign(grid, ScalingAxis.of(grid, alongD));
        List<String> paragraphs = new ArrayList<>();
        design.groups().forEach((group, points) -> {
            ExpectedMedians medians = medians(points, forecasts);
            if (medians.hasCurve()) {
                paragraphs.add((group.isEmpty() ? "" : group + ": ") + words(design, points, medians));
            }
        });
        return paragraphs;
    }

    /** The medians that theory has, by value of the axis. */
    static ExpectedMedians medians(List<DesignPoint> points, Map<Integer, ? extends Forecast> forecasts) {
        Map<Double, Double> medians = new TreeMap<>();
        Map<Double, Double> errors = new TreeMap<>();
        for (DesignPoint point : points) {
            if (point.x() > 0
                    && forecasts.get(point.cell()) instanceof Expectation expectation
                    && Double.isFinite(expectation.samples())) {
                medians.put(point.x(), expectation.samples());
                errors.put(point.x(), expectation.samplesError());
            }
        }
        return new ExpectedMedians(medians, errors);
    }

    private static String words(StudyDesign design, List<DesignPoint> points, ExpectedMedians medians) {
        ExpectedMedians.Curve line = medians.curve(0);
        List<ExpectedMedians.Rise> rises = medians.rises();
        Comparator<ExpectedMedians.Rise> bySize = Comparator.comparingDouble(ExpectedMedians.Rise::value);
        String words = "n* = d (" + Numerals.significant(line.c0()) + sum(line.c1()) + " log d) within "
                + percent(line.worst()) + "; between neighbouring d, n*/d rises by "
                + Numerals.significant(rises.stream().min(bySize).orElseThrow().value()) + " to "
                + Numerals.significant(rises.stream().max(bySize).orElseThrow().value()) + " a unit of log d.";
        OptionalDouble square =
                GrowthTheory.logSquared(points.stream().map(design::spec).toList());
        if (square.isEmpty()) {
            return words;
        }
        ExpectedMedians.Curve bent = medians.curve(square.getAsDouble());
        return words + " With the log^2 d that theory has in the end, n* = d (" + Numerals.significant(bent.c0())
                + sum(bent.c1()) + " log d + " + Numerals.significant(bent.c2()) + " log^2 d) within "
                + percent(bent.worst()) + ".";
    }

    private static String sum(double coefficient) {
        return (coefficient < 0 ? " - " : " + ") + Numerals.significant(Math.abs(coefficient));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
