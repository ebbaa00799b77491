package dev.polylog.trainer.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalLawTest {
    /** Against Simpson's rule on the density, its terms summed without loss (Kahan, 1965). */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.03, 0.031251, 0.1, 0.49, 1, 1.7, 2.9999, 4.2, 6, 8.97})
    void halvesAreIntegralsOfTheDensity(double x) {
        int panels = 20_000;
        double sum = 0;
        double lost = 0;
        for (int i = 0; i <= panels; i++) {
            double weight = i == 0 || i == panels ? 1 : i % 2 == 0 ? 2 : 4;
            double term = weight * density(x * i / panels) - lost;
            double next = sum + term;
            lost = next - sum - term;
            sum = next;
        }
        double integral = sum * x / panels / 3;
        assertThat(NormalLaw.half(x)).isCloseTo(integral, within(2e-15 * Math.max(integral, 0.1)));
        assertThat(NormalLaw.half(-x)).isEqualTo(-NormalLaw.half(x));
        double[] halves = {x, -x};
        double[] densities = new double[2];
        NormalLaw.replace(halves, densities, 0, 2, 3);
        assertThat(halves).containsExactly(NormalLaw.half(x), -NormalLaw.half(x));
        assertThat(densities[0]).isCloseTo(3 * density(x), within(2e-15));
        assertThat(densities[1]).isEqualTo(densities[0]);
    }

    /** An absolute error of 1e-7 would spoil the growth of weights of that size. */
    @Test
    void halvesAreAccurateNearZero() {
        for (double x = 1e-300; x < 1e-3; x *= 7) {
            double series = NormalLaw.DENSITY_AT_ZERO * x * (1 - x * x / 6 * (1 - x * x * 3 / 20));
            assertThat(NormalLaw.half(x) / series).isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void tailsAreFlatAndWhatIsNoNumberStaysNone() {
        double[] halves = {50, Double.NEGATIVE_INFINITY, Double.NaN, 0};
        double[] densities = new double[4];
        NormalLaw.replace(halves, densities, 0, 4, 1);
        assertThat(halves).containsExactly(0.5, -0.5, Double.NaN, 0);
        assertThat(densities[3]).isEqualTo(NormalLaw.DENSITY_AT_ZERO);
        assertThat(densities[0]).isZero();
        assertThat(NormalLaw.half(Double.NEGATIVE_INFINITY)).isEqualTo(-0.5);
        assertThat(NormalLaw.half(Double.NaN)).isNaN();
    }

    private static double density(double x) {
        return StrictMath.exp(-x * x / 2) / StrictMath.sqrt(2 * StrictMath.PI);
    }
}
