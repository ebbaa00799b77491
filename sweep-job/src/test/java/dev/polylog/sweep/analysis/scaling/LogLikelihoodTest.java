package dev.polylog.sweep.analysis.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.sweep.analysis.numeric.SplitMix;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LogLikelihoodTest {
    private static final double INF = Double.POSITIVE_INFINITY;

    /**
     * Purchases of durable goods by 20 households (Tobin, <i>Estimation of relationships for limited dependent variables</i>,
     * Econometrica 26, 1958; data set {@code tobin} of R's package survival): durable, age, quant. Zero is censored from below.
     */
    private static final double[][] TOBIN = {
        {0, 57.7, 236}, {0.7, 50.9, 283}, {0, 48.5, 207}, {0, 41.7, 220}, {0, 47.7, 238},
        {0, 59.8, 216}, {0, 44.3, 284}, {3.7, 45.1, 221}, {0, 51.7, 275}, {3, 50, 269},
        {10.4, 46.8, 207}, {0, 58, 249}, {0, 58.9, 246}, {0, 40, 277}, {1.5, 34.1, 231},
        {0, 39.9, 219}, {0, 33.4, 240}, {3.5, 48.1, 266}, {6.1, 46.6, 214}, {0, 53.1, 251}
    };

    private static LogLikelihood tobin() {
        int n = TOBIN.length;
        double[] x = new double[n];
        double[][] features = new double[n][];
        double[][] lower = new double[n][1];
        double[][] upper = new double[n][1];
        for (int i = 0; i < n; i++) {
            x[i] = i + 1;
            features[i] = new double[] {1, TOBIN[i][1], TOBIN[i][2]};
            lower[i][0] = TOBIN[i][0] == 0 ? -INF : TOBIN[i][0];
            upper[i][0] = TOBIN[i][0];
        }
        return new LogLikelihood(new Sample(x, lower, upper), Design.linear(features), Spread.COMMON);
    }

    /**
     * {@code survreg(Surv(durable, durable > 0, type = "left") ~ age + quant, tobin, dist = "gaussian")} of R's survival, in the
     * example of its page {@code survreg}: as R 4.2.2 with survival 3.5-3 prints it to ten digits.
     */
    @Test
    void tobinsHouseholdsAreFittedAsByR() {
        LogLikelihood function = tobin();
        Optimum optimum = Maximiser.maximise(function, function.start());
        assertThat(optimum.converged).isTrue();
        assertThat(optimum.value).isCloseTo(-28.94013320, within(1e-8));
        assertThat(optimum.parameters[0]).isCloseTo(15.14486636068, within(2e-5));
        assertThat(optimum.parameters[1]).isCloseTo(-0.12905928410, within(2e-7));
        assertThat(optimum.parameters[2]).isCloseTo(-0.04554166295, within(2e-7));
        assertThat(StrictMath.exp(optimum.parameters[3])).isCloseTo(5.572539763, within(2e-6));
        double[] errors = {16.07945319477, 0.21858359664, 0.05825411548, 0.31032272007};
        double[][] covariance = optimum.covariance();
        for (int i = 0; i < errors.length; i++) {
            assertThat(Math.sqrt(covariance[i][i]) / errors[i]).isCloseTo(1, within(2e-5));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.3, 0.9",
        "-2, -1.9",
        "-40, -39",
        "35, 36",
        "-1, 1",
        "5, Infinity",
        "-3, Infinity",
        "-Infinity, -6",
        "-Infinity, 2",
        "12, 12.001",
        "-9, 0",
        "0, 9",
        "1.25, 1.25"
    })
    void derivativesAreThoseOfCentralDifferences(double lower, double upper) {
        Observation observation = new Observation();
        double eta = 0.1;
        double s = -0.3;
        double h = 1e-4;
        double[][] value = new double[3][3];
        for (int i = -1; i <= 1; i++) {
            for (int j = -1; j <= 1; j++) {
                observation.set(lower, upper, eta + i * h, StrictMath.exp(s + j * h), s + j * h);
                value[i + 1][j + 1] = observation.value;
            }
        }
        observation.set(lower, upper, eta, StrictMath.exp(s), s);
        double scale = 1e-4 * (1 + Math.abs(observation.value));
        assertThat(observation.eta).isCloseTo((value[2][1] - value[0][1]) / (2 * h), within(scale));
        assertThat(observation.spread).isCloseTo((value[1][2] - value[1][0]) / (2 * h), within(scale));
        assertThat(observation.etaEta)
                .isCloseTo((value[2][1] - 2 * value[1][1] + value[0][1]) / (h * h), within(scale));
        assertThat(observation.spreadSpread)
                .isCloseTo((value[1][2] - 2 * value[1][1] + value[1][0]) / (h * h), within(scale));
        assertThat(observation.etaSpread)
                .isCloseTo((value[2][2] - value[2][0] - value[0][2] + value[0][0]) / (4 * h * h), within(scale));
    }

    /** Hipparchus's difference of distribution functions is exact where neither tail is deep. */
    @Test
    void probabilitiesAreThoseOfHipparchus() {
        NormalDistribution oracle = new NormalDistribution(0.1, 0.7);
        Observation observation = new Observation();
        for (double lower = -3; lower < 3; lower += 0.37) {
            for (double width : new double[] {1e-3, 0.1, 1, 20}) {
                observation.set(lower, lower + width, 0.1, 0.7, StrictMath.log(0.7));
                assertThat(observation.value)
                        .isCloseTo(StrictMath.log(oracle.probability(lower, lower + width)), within(1e-10));
            }
        }
    }

    /** A narrow interval is its density times its width, and both branches agree where they meet. */
    @Test
    void narrowIntervalsAreDensities() {
        Observation narrow = new Observation();
        Observation wider = new Observation();
        narrow.set(1, 1 + 0.99e-5, 0.1, 1, 0);
        wider.set(1, 1 + 1.01e-5, 0.1, 1, 0);
        assertThat(wider.value - narrow.value).isCloseTo(StrictMath.log(1.01 / 0.99), within(1e-6));
        assertThat(wider.eta).isCloseTo(narrow.eta, within(1e-5));
        assertThat(wider.spreadSpread).isCloseTo(narrow.spreadSpread, within(1e-4));
    }

    @ParameterizedTest
    @MethodSource("dev.polylog.sweep.analysis.scaling.Simulation#laws")
    void theMaximumIsThatOfNelderAndMead(Simulation simulation) {
        Sample sample = Sample.of(simulation.cells(new SplitMix(11, 3), 0.3));
        for (Spread spread : Spread.values()) {
            LogLikelihood function = new LogLikelihood(sample, Design.of(simulation.law(), sample.x), spread);
            Optimum optimum = Maximiser.maximise(function, function.start());
            assertThat(optimum.converged).isTrue();
            int size = function.size();
            double[] start = optimum.parameters.clone();
            double[] steps = new double[size];
            double[][] covariance = optimum.covariance();
            for (int i = 0; i < size; i++) {
                steps[i] = 3 * Math.sqrt(covariance[i][i]);
                start[i] += steps[i] * (i % 2 == 0 ? 0.7 : -0.4);
            }
            double best = new SimplexOptimizer(1e-14, 1e-12)
                    .optimize(
                            new MaxEval(100_000),
                            new ObjectiveFunction(point ->
                                    Math.max(-1e9, function.evaluate(point, new double[size], new double[size][size]))),
                            GoalType.MAXIMIZE,
                            new InitialGuess(start),
                            new NelderMeadSimplex(steps))
                    .getValue();
            assertThat(best).as("%s %s", simulation, spread).isLessThanOrEqualTo(optimum.value + 1e-8);
            assertThat(best).isCloseTo(optimum.value, within(1e-2));
        }
    }
}
