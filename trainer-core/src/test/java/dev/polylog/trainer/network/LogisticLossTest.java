package dev.polylog.trainer.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.polylog.trainer.vector.Exponential;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogisticLossTest {
    private static final Loss LOSS = new LogisticLoss();
    private static final MathContext DIGITS = new MathContext(40);

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-300, 1e-9, 0.1, 1, 2.5, 10, 30, 36.9, 100, 300})
    void valueAndSlopeAreThoseOfTheFormulaInFortyDigits(double output) {
        for (double f : new double[] {output, -output}) {
            BigDecimal e = exp(BigDecimal.valueOf(-f));
            double value = 2 * logOnePlus(e).doubleValue();
            double slope = BigDecimal.valueOf(-2)
                    .multiply(e)
                    .divide(BigDecimal.ONE.add(e), DIGITS)
                    .doubleValue();
            assertThat(LOSS.value(1, f)).isCloseTo(value, withinPercentage(1e-12));
            assertThat(LOSS.slope(1, f)).isCloseTo(slope, withinPercentage(1e-12));
            assertThat(LOSS.value(-1, -f)).isEqualTo(LOSS.value(1, f));
            assertThat(LOSS.slope(-1, -f)).isEqualTo(-LOSS.slope(1, f));
        }
    }

    /** StrictMath is within one unit in the last place, about 2e-16. */
    @Test
    void exponentialAndLogarithmAreThoseOfStrictMathToTheStatedError() {
        Random random = new Random(9);
        for (int trial = 0; trial < 1_000_000; trial++) {
            double margin = 707 * Math.pow(random.nextDouble(), 8);
            double exp = StrictMath.exp(-margin);
            double decay = Exponential.decay(margin);
            assertThat(Math.abs(decay - exp)).isLessThanOrEqualTo(Exponential.ERROR * exp);
            double log = StrictMath.log1p(decay);
            assertThat(Math.abs(Exponential.logOnePlus(decay) - log)).isLessThanOrEqualTo(Exponential.ERROR * log);
        }
    }

    @Test
    void whatIsNotANumberStaysSo() {
        assertThat(LOSS.value(1, Double.NaN)).isNaN();
        assertThat(LOSS.slope(1, Double.NaN)).isNaN();
        assertThat(LOSS.value(1, Double.NEGATIVE_INFINITY)).isInfinite();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-20, -3, -0.5, -1e-3, 0, 1e-3, 0.7, 4, 15})
    void slopeIsTheDerivative(double f) {
        double h = 1e-5;
        double difference = (LOSS.value(1, f + h) - LOSS.value(1, f - h)) / (2 * h);
        assertThat(LOSS.slope(1, f)).isCloseTo(difference, within(1e-9));
    }

    @Test
    void slopeHasModulusOneAtZero() {
        assertThat(LOSS.slope(1, 0)).isEqualTo(-1);
        assertThat(LOSS.slope(-1, 0)).isEqualTo(1);
        assertThat(LOSS.value(1, 0)).isEqualTo(2 * StrictMath.log(2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e3, 1e5, 1e300})
    void nothingOverflows(double f) {
        assertThat(LOSS.value(1, f)).isZero();
        assertThat(LOSS.value(1, -f)).isEqualTo(2 * f);
        assertThat(LOSS.slope(1, f)).isZero();
        assertThat(LOSS.slope(1, -f)).isEqualTo(-2);
    }

    /** Taylor series after halving the argument to below 1/1024. */
    private static BigDecimal exp(BigDecimal x) {
        int halvings = 20;
        BigDecimal reduced = x.divide(BigDecimal.valueOf(1 << halvings), new MathContext(60));
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; n < 25; n++) {
            term = term.multiply(reduced).divide(BigDecimal.valueOf(n), new MathContext(60));
            sum = sum.add(term);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, new MathContext(60));
        }
        return sum;
    }

    /** {@code log(1 + e)} by Newton's method on exp. */
    private static BigDecimal logOnePlus(BigDecimal e) {
        BigDecimal target = BigDecimal.ONE.add(e, new MathContext(200));
        BigDecimal log = BigDecimal.valueOf(StrictMath.log1p(e.doubleValue()));
        for (int i = 0; i < 4; i++) {
            // Small values need the absolute accuracy of their own size, which the leading digits of e give.
            log = log.add(
                    target.multiply(exp(log.negate()), new MathContext(60)).subtract(BigDecimal.ONE));
        }
        return e.compareTo(new BigDecimal("1e-25")) < 0 ? e : log;
    }
}
