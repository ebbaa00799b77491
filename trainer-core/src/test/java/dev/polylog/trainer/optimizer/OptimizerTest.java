package dev.polylog.trainer.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.network.Parameter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {
    private static final int STEPS = 60;
    private static final int BATCH = 7;
    private static final MathContext DIGITS = new MathContext(40);

    static Iterable<Optimizer> optimizers() {
        return Optimizer.all();
    }

    /** Moments as sums over all gradients so far, in forty digits, rather than by recursion. */
    @Test
    void adamIsItsDefinition() {
        Adam adam = new Adam(0.01, 0.9, 0.99, 1e-8);
        Rule rule = adam.start(1, BATCH);
        double[] gradients = new Random(3).doubles(STEPS, -1, 1).toArray();
        for (int t = 1; t <= STEPS; t++) {
            rule.begin();
            double actual = rule.displacement(0, 0.5, gradients[t - 1]);
            BigDecimal u = moment(gradients, t, 0.9, 1);
            BigDecimal v = moment(gradients, t, 0.99, 2);
            double expected = u.multiply(BigDecimal.valueOf(0.01))
                    .divide(v.sqrt(DIGITS).add(new BigDecimal("1e-8")), DIGITS)
                    .doubleValue();
            assertThat(actual).isCloseTo(expected, within(1e-15));
        }
    }

    /** {@code (1 - beta) sum_i beta^(t - i) g_i^power / (1 - beta^t)}. */
    private static BigDecimal moment(double[] gradients, int t, double beta, int power) {
        BigDecimal b = BigDecimal.valueOf(beta);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 1; i <= t; i++) {
            BigDecimal g = new BigDecimal(gradients[i - 1])
                    .multiply(BigDecimal.valueOf(0.5))
                    .divide(BigDecimal.valueOf(BATCH), DIGITS);
            sum = sum.add(b.pow(t - i, DIGITS).multiply(g.pow(power, DIGITS), DIGITS), DIGITS);
        }
        return sum.multiply(BigDecimal.ONE.subtract(b)).divide(BigDecimal.ONE.subtract(b.pow(t, DIGITS)), DIGITS);
    }

    /** The velocity as a sum over all gradients so far. */
    @Test
    void momentumIsItsDefinition() {
        Rule rule = new Momentum(0.1, 0.8).start(1, BATCH);
        double[] gradients = new Random(4).doubles(STEPS, -1, 1).toArray();
        for (int t = 1; t <= STEPS; t++) {
            double velocity = 0;
            for (int i = 1; i <= t; i++) {
                velocity += Math.pow(0.8, t - i) * 2 * gradients[i - 1] / BATCH;
            }
            rule.begin();
            assertThat(rule.displacement(0, 2, gradients[t - 1])).isCloseTo(0.1 * velocity, within(1e-15));
        }
    }

    /** The point ahead, as it was written first: a step from where the velocity leads. */
    @Test
    void nesterovIsMomentumThatLooksAhead() {
        Rule rule = new Nesterov(0.1, 0.8).start(1, 1);
        double weight = 3;
        double ahead = 3;
        double velocity = 0;
        for (int t = 1; t <= STEPS; t++) {
            double gradient = 2 * ahead;
            rule.begin();
            ahead -= rule.displacement(0, 1, gradient);
            velocity = 0.8 * velocity - 0.1 * gradient;
            weight += velocity;
            assertThat(ahead).isCloseTo(weight + 0.8 * velocity, within(1e-14));
        }
    }

    /** Adam's first step is eta against the sign of every gradient, whatever its size. */
    @Test
    void theFirstStepOfAdamIsEta() {
        Rule rule = new Adam(0.01, 0.9, 0.999, 1e-30).start(3, 1);
        rule.begin();
        double[] gradients = {1e-9, -3, 1e9};
        for (int i = 0; i < 3; i++) {
            assertThat(rule.displacement(i, 1, gradients[i]))
                    .isCloseTo(0.01 * Math.signum(gradients[i]), within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void aBowlIsDescended(Optimizer optimizer) {
        Rule rule = optimizer.with(0.05, Parameter::usual).start(2, 1);
        float[] weights = {3, -2};
        for (int step = 0; step < 2000; step++) {
            float[] gradient = {weights[0], 4 * weights[1]};
            rule.begin();
            rule.move(weights, 0, gradient, 0, 2, 1);
        }
        assertThat(weights[0]).isCloseTo(0f, within(1e-3f));
        assertThat(weights[1]).isCloseTo(0f, within(1e-3f));
    }

    /** What moves a row of weights is what moves each of them, to the rounding of single precision. */
    @ParameterizedTest
    @MethodSource("optimizers")
    void rowsMoveAsTheirWeightsDo(Optimizer optimizer) {
        Rule rows = optimizer.with(0.05, Parameter::usual).start(10, BATCH);
        Rule single = optimizer.with(0.05, Parameter::usual).start(10, BATCH);
        Random random = new Random(5);
        float[] weights = new float[10];
        double[] expected = new double[10];
        for (int step = 0; step < 20; step++) {
            float[] sums = new float[12];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = random.nextFloat() - 0.5f;
            }
            rows.begin();
            rows.move(weights, 2, sums, 3, 8, 1.5);
            single.begin();
            for (int k = 0; k < 8; k++) {
                expected[2 + k] -= single.displacement(2 + k, 1.5, sums[3 + k]);
            }
        }
        for (int i = 0; i < 10; i++) {
            assertThat((double) weights[i]).isCloseTo(expected[i], within(1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void parametersAreKept(Optimizer optimizer) {
        Optimizer other = optimizer.with(0.3, parameter -> parameter.usual() / 2);
        assertThat(other.stepSize()).isEqualTo(0.3);
        assertThat(other.toString()).isEqualTo(optimizer.toString());
        for (Parameter parameter : optimizer.parameters()) {
            assertThat(other.parameter(parameter)).isEqualTo(parameter.usual() / 2);
            assertThat(optimizer.parameter(parameter)).isEqualTo(parameter.usual());
        }
    }

    @Test
    void impossibleParametersAreRefused() {
        assertThatThrownBy(() -> new Sgd(-1)).hasMessage("Invalid step-size: -1.0 (expected at least 0)");
        assertThatThrownBy(() -> new Momentum(1, 1)).hasMessage("Invalid momentum: 1.0 (expected at least 0, below 1)");
        assertThatThrownBy(() -> new Adam(1, 0.9, -0.1, 1))
                .hasMessage("Invalid beta2: -0.1 (expected at least 0, below 1)");
        assertThatThrownBy(() -> new Adam(1, 0.9, 0.9, 0)).hasMessage("Invalid epsilon: 0.0 (expected more than 0)");
        assertThatThrownBy(() -> new Sgd(1).parameter(Momentum.DECAY))
                .hasMessage("Cannot read momentum, sgd does not take it");
    }
}
