package dev.polylog.trainer.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GaussRuleTest {
    /** Moments of the uniform law are {@code 1 / (k + 1)}; of the radius, those of a chi law of two degrees. */
    @Test
    void polynomialsBelowTwiceTheDegreeAreExact() {
        for (int size : new int[] {1, 2, 5, 12}) {
            GaussRule uniform = GaussRule.uniform(size, 0, 1);
            GaussRule radius = GaussRule.of(size, 0, 12, r -> r * StrictMath.exp(-r * r / 2));
            double even = 1;
            double odd = StrictMath.sqrt(StrictMath.PI / 2);
            for (int k = 0; k < 2 * size; k++) {
                assertThat(moment(uniform, k)).isCloseTo(1.0 / (k + 1), within(1e-13));
                double expected = k % 2 == 0 ? even : odd;
                assertThat(moment(radius, k) / expected).isCloseTo(1, within(1e-10));
                if (k % 2 == 0) {
                    even *= k + 2;
                } else {
                    odd *= k + 2;
                }
            }
        }
    }

    private static double moment(GaussRule rule, int power) {
        double sum = 0;
        for (int i = 0; i < rule.size(); i++) {
            sum += rule.weight(i) * StrictMath.pow(rule.node(i), power);
        }
        return sum;
    }
}
