package dev.polylog.sweep.analysis.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void endsAreInOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(2, 1))
                .withMessageContaining("2.0 to 1.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1));
    }

    @Test
    void textIsShort() {
        assertThat(new Interval(0.012341, 1.2342)).hasToString("0.0123 to 1.234");
        assertThat(new Interval(Double.NEGATIVE_INFINITY, 123456)).hasToString("-infinity to 123,456");
        assertThat(new Interval(-12.346, 1.5e9)).hasToString("-12.35 to 1.500e+09");
    }

    /** R: {@code quantile(c(1, 2, 4, 8), c(0, 0.25, 0.5, 0.9, 1))} is 1, 1.75, 3, 6.8, 8. */
    @Test
    void quantilesAreThoseOfR() {
        double[] values = {1, 2, 4, 8};
        assertThat(Quantiles.ofSorted(values, 0)).isEqualTo(1);
        assertThat(Quantiles.ofSorted(values, 0.25)).isEqualTo(1.75);
        assertThat(Quantiles.ofSorted(values, 0.5)).isEqualTo(3);
        assertThat(Quantiles.ofSorted(values, 0.9)).isCloseTo(6.8, within(1e-14));
        assertThat(Quantiles.ofSorted(values, 1)).isEqualTo(8);
    }

    @Test
    void quantilesMayBeInfinite() {
        double[] values = {1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        assertThat(Quantiles.ofSorted(values, 0.2)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Quantiles.ofSorted(values, 0.75)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Quantiles.ofSorted(values, 0)).isEqualTo(1);
    }
}
