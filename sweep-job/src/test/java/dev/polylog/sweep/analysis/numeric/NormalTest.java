package dev.polylog.sweep.analysis.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;

class NormalTest {
    private static final NormalDistribution ORACLE = new NormalDistribution();

    /** The exponent is about z^2 / 2, so its rounding moves either value by about z^2 units in the last place. */
    @Test
    void tailsAreThoseOfHipparchus() {
        for (double z = -37; z <= 37; z += 0.01) {
            double tail = ORACLE.cumulativeProbability(-z);
            assertThat(Normal.above(z) / tail).as("z = %s", z).isCloseTo(1, within(1e-15 * (20 + z * z)));
            assertThat(Normal.below(-z)).isEqualTo(Normal.above(z));
        }
    }

    /** The continued fraction 1/(z + 1/(z + 2/(z + 3/...))), which Laplace found, shares nothing with the series. */
    @Test
    void millsRatioIsItsContinuedFraction() {
        for (double z = 1; z < 1e6; z *= 1.07) {
            double fraction = z;
            for (int k = 2000; k > 0; k--) {
                fraction = z + k / fraction;
            }
            assertThat(Normal.mills(z) * fraction).as("z = %s", z).isCloseTo(1, within(2e-15));
        }
        assertThat(Normal.mills(0)).isCloseTo(Math.sqrt(Math.PI / 2), within(4e-16));
    }

    @Test
    void endsAreExact() {
        assertThat(Normal.above(Double.POSITIVE_INFINITY)).isZero();
        assertThat(Normal.above(Double.NEGATIVE_INFINITY)).isOne();
        assertThat(Normal.twoSided(0.95)).isCloseTo(1.959963984540054, within(1e-12));
    }
}
