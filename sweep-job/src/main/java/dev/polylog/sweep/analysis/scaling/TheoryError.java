package dev.polylog.sweep.analysis.scaling;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far the medians of theory are from those of runs, relative to these.
 *
 * @param cells with a median of both
 * @param mean of theory / runs - 1
 * @param least of the same
 * @param most of the same
 */
public record TheoryError(int cells, double mean, double least, double most) {

    /** Empty if no cell has both medians. */
    public static Optional<TheoryError> of(List<CellFit> cells, ExpectedMedians theory) {
        double[] errors = cells.stream()
                .filter(cell -> isComparable(cell, theory))
                .mapToDouble(cell -> theory.at(cell.x()).orElse(Double.NaN)
                                / cell.kaplanMeier().estimate()
                        - 1)
                .toArray();
        if (errors.length == 0) {
            return Optional.empty();
        }
        double sum = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double error : errors) {
            sum += error;
            least = Math.min(least, error);
            most = Math.max(most, error);
        }
        return Optional.of(new TheoryError(errors.length, sum / errors.length, least, most));
    }

    /** Places of the axis at which both have a median. */
    public static List<Double> places(List<CellFit> cells, ExpectedMedians theory) {
        return cells.stream()
                .filter(cell -> isComparable(cell, theory))
                .map(CellFit::x)
                .toList();
    }

    private static boolean isComparable(CellFit cell, ExpectedMedians theory) {
        return theory.at(cell.x()).isPresent()
                && cell.kaplanMeier().estimate() > 0
                && Double.isFinite(cell.kaplanMeier().estimate());
    }

    /** Such as {@code +0.7 % (-0.5 to +1.6 %)}. */
    public String numbers() {
        return cells == 1
                ? percent(mean) + " %"
                : percent(mean) + " % (" + percent(least) + " to " + percent(most) + " %)";
    }

    /** The same as a sentence. */
    public String words() {
        return "Theory, without a free parameter, is off the medians of the runs by " + numbers() + ".";
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%+.1f", 100 * share);
    }
}
