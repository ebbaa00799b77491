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
        return new ExpectedMedians(medians);
    }

    @Test
    void aCurveIsFoundAgain() {
        ExpectedMedians.Curve curve = law(900, 80, 0.5).curve(0.5);
        assertThat(curve.c0()).isCloseTo(900, within(1e-8));
        assertThat(curve.c1()).isCloseTo(80, within(1e-8));
        assertThat(curve.worst()).isLessThan(1e-12);
        assertThat(law(900, 80, 0.5).curve(0).c1()).isBetween(85.0, 90.0);
    }

    @Test
    void risesAreThoseOfNeighbours() {
        assertThat(law(900, 80, 0).rises())
                .hasSize(3)
                .allSatisfy(rise -> assertThat(rise.value()).isCloseTo(80, within(1e-9)));
    }

    @Test
    void errorsAreThoseOfCellsThatBothKnow() {
        ExpectedMedians theory = new ExpectedMedians(Map.of(64.0, 110.0, 128.0, 190.0, 256.0, 1.0));
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
                .isThrownBy(() -> new ExpectedMedians(Map.of(64.0, Double.POSITIVE_INFINITY)))
                .withMessage("Invalid expected median: Infinity at 64.0 (expected positive numbers)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ExpectedMedians.NONE.curve(0))
                .withMessage("Cannot draw a curve through 0 medians (expected at least 2)");
    }
}
