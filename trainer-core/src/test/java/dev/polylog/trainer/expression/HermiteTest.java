package dev.polylog.trainer.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.oracle.Bounds;
import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.StreamKey;
import org.junit.jupiter.api.Test;

class HermiteTest {

    /** Coefficients of x^0, x^1, ... as tables print them. */
    private static final double[][] POLYNOMIALS = {
        {1},
        {0, 1},
        {-1, 0, 1},
        {0, -3, 0, 1},
        {3, 0, -6, 0, 1},
        {0, 15, 0, -10, 0, 1},
        {-15, 0, 45, 0, -15, 0, 1},
        {0, -105, 0, 105, 0, -21, 0, 1},
        {105, 0, -420, 0, 210, 0, -28, 0, 1},
        {0, 945, 0, -1260, 0, 378, 0, -36, 0, 1},
        {-945, 0, 4725, 0, -3150, 0, 630, 0, -45, 0, 1}
    };

    @Test
    void areTheExplicitPolynomials() {
        assertThat(POLYNOMIALS.length).isEqualTo(Hermite.MOST + 1);
        for (int n = 0; n <= Hermite.MOST; n++) {
            for (double x = -5; x <= 5; x += 0.125) {
                double expected = 0;
                double size = 0;
                for (int power = POLYNOMIALS[n].length - 1; power >= 0; power--) {
                    expected = expected * x + POLYNOMIALS[n][power];
                    size = size * Math.abs(x) + Math.abs(POLYNOMIALS[n][power]);
                }
                assertThat(new Hermite(n).value(x)).as("He_%s(%s)", n, x).isCloseTo(expected, within(1e-14 * size));
            }
        }
    }

    /**
     * Means of products over standard normal inputs against n! and 0. The variance of a product follows from
     * {@code He_m He_n = sum_k k! C(m, k) C(n, k) He_(m+n-2k)}. False alarms: 1e-6 for each of 21 pairs, by the normal
     * approximation of a mean of 1,000,000.
     */
    @Test
    void areOrthogonalUnderNormalInputs() {
        int most = 5;
        int count = 1_000_000;
        float[] x = new float[count];
        new StreamKey(31, 41).stream(Purpose.TEST_INPUTS, 0).normals(0, x, count);
        for (int m = 0; m <= most; m++) {
            for (int n = m; n <= most; n++) {
                double sum = 0;
                for (float number : x) {
                    sum += new Hermite(m).value(number) * new Hermite(n).value(number);
                }
                double mean = m == n ? factorial(n) : 0;
                double deviation = Math.sqrt((square(m, n) - mean * mean) / count);
                assertThat(sum / count)
                        .as("E He_%s He_%s", m, n)
                        .isCloseTo(mean, within(Bounds.NORMAL_1E_6 * deviation + 1e-12));
            }
        }
    }

    @Test
    void rangesAreThoseOfTheRecurrence() {
        assertThat(new Hermite(0).range(Interval.ALL)).isEqualTo(Interval.of(1));
        assertThat(new Hermite(3).range(Interval.ALL)).isEqualTo(Interval.ALL);
        assertThat(new Hermite(2).range(Interval.ALL).low()).isBetween(-20.0, -1.0);
        assertThat(new Hermite(3).range(Interval.of(-1, 2))).isEqualTo(Interval.of(-14, 14));
    }

    @Test
    void elevenOfThemHaveNames() {
        assertThat(MathFunction.ALL.stream().map(MathFunction::name))
                .contains("he0", "he10")
                .doesNotContain("he11");
    }

    /** {@code E He_m^2 He_n^2}. */
    private static double square(int m, int n) {
        double square = 0;
        for (int k = 0; k <= Math.min(m, n); k++) {
            double coefficient = factorial(k) * choose(m, k) * choose(n, k);
            square += coefficient * coefficient * factorial(m + n - 2 * k);
        }
        return square;
    }

    private static double choose(int n, int k) {
        return factorial(n) / (factorial(k) * factorial(n - k));
    }

    private static double factorial(int n) {
        return n <= 1 ? 1 : n * factorial(n - 1);
    }
}
