package dev.polylog.sweep.analysis.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.survival.Quantile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExpectedMediansTest {
    private static ExpectedMedians law(double c0, double c1, double c2) {
        Map<Double, Double> medians = new TreeMap<>();
        for (double d : List.of(64.0, 256.0, 1024.0, 65_536.0)) {
            double log = Math.log(d);
            medians.put(d, d * (c0 + c1 * log + c2 * log * log));
        }
        return new ExpectedMedians(medians, Map.of());
    }

    @Test
    void aCurveIsFoundAgain() {
        ExpectedMedians.Curve curve = law(900, 80, 0.5).curve(0.5);
        assertThat(curve.c0()).isCloseTo(900, within(1e-8));
        assertThat(curve.c1()).isCloseTo(80, within(1e-8));
        assertThat(curve.worst()).isLessThan(1e-12);
        assertThat(law(900, 80, 0.5).curve(0).c1()).isBetween(85.0, 90.0);
    }

    /** By the law itself: moved by its error, a median moves c1 by its share of the standard error. */
    @Test
    void errorsOfMediansAreErrorsOfTheSlope() {
        ExpectedMedians sure = law(900, 80, 0);
        assertThat(sure.curve(0).error()).isZero();
        Map<Double, Double> errors = new TreeMap<>();
        sure.samples().forEach((d, n) -> errors.put(d, 1e-4 * n));
        double square = 0;
        for (double d : errors.keySet()) {
            Map<Double, Double> moved = new TreeMap<>(sure.samples());
            moved.merge(d, errors.get(d), Double::sum);
            double shift = new ExpectedMedians(moved, Map.of()).curve(0).c1() - 80;
            square += shift * shift;
        }
        assertThat(new ExpectedMedians(sure.samples(), errors).curve(0).error())
                .isCloseTo(Math.sqrt(square), within(1e-3 * Math.sqrt(square)));
    }

    @Test
    void aMeasuredSlopeAgreesIfTheIntervalOrTheStartsAllowIt() {
        Estimate measured = new Estimate("c1", 85, new Interval(82, 88));
        assertThat(new ExpectedMedians.Curve(900, 83, 0, 0, 0).agreesWith(measured))
                .isTrue();
        assertThat(new ExpectedMedians.Curve(900, 81, 0, 0, 0).agreesWith(measured))
                .isFalse();
        assertThat(new ExpectedMedians.Curve(900, 81, 0, 1.3, 0).agreesWith(measured))
                .isFalse();
        assertThat(new ExpectedMedians.Curve(900, 81, 0, 1.4, 0).agreesWith(measured))
                .isTrue();
        assertThat(new ExpectedMedians.Curve(900, 89, 0, 1.4, 0).agreesWith(measured))
                .isTrue();
        Interval unbounded = new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        assertThat(new ExpectedMedians.Curve(900, -5, 0, 0, 0).agreesWith(new Estimate("c1", 85, unbounded)))
                .isTrue();
    }

    @Test
    void risesAreThoseOfNeighbours() {
        assertThat(law(900, 80, 0).rises())
                .hasSize(3)
                .allSatisfy(rise -> assertThat(rise.value()).isCloseTo(80, within(1e-9)));
    }

    @Test
    void errorsAreThoseOfCellsThatBothKnow() {
        ExpectedMedians theory = new ExpectedMedians(Map.of(64.0, 110.0, 128.0, 190.0, 256.0, 1.0), Map.of());
        List<CellFit> cells = List.of(cell(64, 100), cell(128, 200), cell(512, 7), cell(256, Double.POSITIVE_INFINITY));
        TheoryError error = TheoryError.of(cells, theory).orElseThrow();
        assertThat(error.cells()).isEqualTo(2);
        assertThat(error.numbers()).isEqualTo("+2.5 % (-5.0 to +10.0 %)");
        assertThat(TheoryError.places(cells, theory)).containsExactly(64.0, 128.0);
        assertThat(TheoryError.of(cells, ExpectedMedians.NONE)).isEmpty();
    }

    private static CellFit cell(double x, double median) {
        return new CellFit(
                x, 5, 5, 0, new Quantile(0.5, median, new Interval(0, Double.POSITIVE_INFINITY)), Optional.empty());
    }

    @Test
    void refusesWhatHasNoLogarithm() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExpectedMedians(Map.of(64.0, Double.POSITIVE_INFINITY), Map.of()))
                .withMessage("Invalid expected median: Infinity at 64.0 (expected positive numbers)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpectedMedians.NONE.curve(0))
                .withMessage("Cannot draw a curve through 0 medians (expected at least 2)");
    }
}
