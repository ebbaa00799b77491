package dev.polylog.sweep.analysis.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.polylog.sweep.analysis.survival.Crossing;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuantileBandTest {
    private static Series line(double slope, double end) {
        return new Series(new double[] {0, end}, new double[] {0, slope * end});
    }

    @Test
    void runsAreInterpolatedAndNotExtended() {
        QuantileBand band = QuantileBand.of(
                List.of(line(1, 10), line(2, 10), line(3, 4)), List.of(0.0, 4.0, 8.0, 11.0), List.of(0.0, 0.5, 1.0));
        assertThat(band.levels())
                .containsExactly(
                        new QuantileBand.Level(0, 3, List.of(0.0, 0.0, 0.0)),
                        new QuantileBand.Level(4, 3, List.of(4.0, 8.0, 12.0)),
                        new QuantileBand.Level(8, 2, List.of(8.0, 12.0, 16.0)),
                        new QuantileBand.Level(11, 0, List.of()));
    }

    @Test
    void missingValuesAreNoValues() {
        Series gap = new Series(new double[] {0, 1, 2, 3}, new double[] {1, Double.NaN, 5, Double.POSITIVE_INFINITY});
        QuantileBand band = QuantileBand.of(List.of(gap), List.of(0.0, 0.5, 1.5, 2.0, 2.5), List.of(0.5));
        assertThat(band.levels().stream().map(QuantileBand.Level::runs)).containsExactly(1, 0, 0, 1, 1);
        assertThat(band.levels().get(4).quantiles()).containsExactly(Double.POSITIVE_INFINITY);
    }

    @Test
    void placesReachFromTheFirstToTheLast() {
        assertThat(QuantileBand.evenPlaces(List.of(line(1, 10), line(1, 30)), 4))
                .containsExactly(0.0, 10.0, 20.0, 30.0);
        assertThatIllegalArgumentException().isThrownBy(() -> QuantileBand.evenPlaces(List.of(), 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Series(new double[] {1, 1}, new double[2]))
                .withMessageContaining("place 1");
    }

    @Test
    void phasesHaveBoundaries() {
        long[] samples = {0, 10, 20, 30, 40, 50};
        PhaseBoundaries boundaries = PhaseBoundaries.of(
                samples, List.of("homogeneous", "homogeneous", "heterogeneous", "heavy", "heterogeneous", "heavy"), 2);
        assertThat(boundaries.heterogeneous()).isEqualTo(Crossing.between(10, 20));
        assertThat(boundaries.heavy()).isEqualTo(new Crossing(40, Double.POSITIVE_INFINITY, 50));
    }
}
