package dev.polylog.trainer.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecursionTest {
    private static final int WIDTH = 64;
    private static final double ETA = 0.1;
    private static final double THETA = 0.1;
    /** So small that the output of the start does not act back on the weights. */
    private static final double SMALL_THETA = 0.02;

    static Stream<LabelPlane> planes() {
        return Stream.of(GaussianPlane.usual(), new BooleanPlane());
    }

    /** Steps until the error is at most the target, between steps by interpolation. */
    private static double steps(
            LabelPlane plane, SummaryStatistics state, double d, double m, double target, Random noise) {
        Recursion recursion = new Recursion(plane, state, d, m, ETA, 0);
        Means means = new Means(plane, state, recursion, 0);
        float[] normals = new float[2 * state.width()];
        double before = 1;
        for (int step = 0; step < 5000; step++) {
            means.measure();
            double error = means.error();
            if (error <= target) {
                return step - 1 + (before - target) / (before - error);
            }
            before = error;
            for (int i = 0; i < normals.length; i++) {
                normals[i] = noise == null ? 0 : (float) noise.nextGaussian();
            }
            recursion.differentiate();
            recursion.moveFirst(normals);
            recursion.moveOutputs();
        }
        return Double.NaN;
    }

    private static double silent(
            LabelPlane plane, double theta, double d, double otherDimensions, double m, double target) {
        return steps(plane, Networks.start(WIDTH, d, theta, 1), otherDimensions + 2, m, target, null);
    }

    /**
     * Without the noise of other coordinates n* has the slope of pen and paper, {@code m / (2 d log(1 + eta lambda))}, and with it
     * one that rises to it by {@code log d / (16 lambda^2)}: at 10^12 dimensions in as few numbers as at 10^9.
     */
    @ParameterizedTest
    @MethodSource("planes")
    void theNoiseOfOtherCoordinatesBendsTheLaw(LabelPlane plane) {
        boolean isGaussian = plane instanceof GaussianPlane;
        double lambda =
                isGaussian ? StrictMath.sqrt(2) / StrictMath.pow(StrictMath.PI, 1.5) : NormalLaw.DENSITY_AT_ZERO;
        double kappa = 4;
        double naive = kappa / (2 * StrictMath.log1p(ETA * lambda));
        double decades = StrictMath.log(1000);
        double target = isGaussian ? 0.1 : 0.05;
        double without = kappa
                * (silent(plane, SMALL_THETA, 1e12, 0, kappa * 1e12, target)
                        - silent(plane, SMALL_THETA, 1e9, 0, kappa * 1e9, target));
        assertThat(without / decades / naive).isCloseTo(1, within(0.003));
        double with = kappa
                * (silent(plane, SMALL_THETA, 1e12, 1e12, kappa * 1e12, target)
                        - silent(plane, SMALL_THETA, 1e9, 1e9, kappa * 1e9, target));
        double middle = (StrictMath.log(1e12) + StrictMath.log(1e9)) / 2;
        double expected = naive + middle / (16 * lambda * lambda);
        assertThat(with / decades / expected).isCloseTo(1, within(0.05));
    }

    /** Twice as many nodes in angle and radius move n* by less than one in a thousand. */
    @Test
    void theQuadratureHasConverged() {
        double d = 4096;
        GaussianPlane usual = GaussianPlane.usual();
        GaussianPlane fine = new GaussianPlane(2 * usual.angles(), 2 * usual.radii());
        double steps = silent(usual, THETA, d, d, 4 * d, 0.05);
        assertThat(silent(fine, THETA, d, d, 4 * d, 0.05) / steps).isCloseTo(1, within(1e-3));
    }

    /** The rest of a neuron grows by theta^2 eta^2 d / (2 m) a step, and a_j a_k shares half of it, while outputs are small. */
    @ParameterizedTest
    @MethodSource("planes")
    void theRestOfTheNeuronsGrowsAsDerived(LabelPlane plane) {
        double d = 1e6;
        double epsilon = ETA * ETA / (2 * 0.5);
        SummaryStatistics state = Networks.start(WIDTH, d, THETA, 4);
        Recursion recursion = new Recursion(plane, state, d, 0.5 * d, ETA, 0.2);
        float[] none = new float[2 * WIDTH];
        for (int step = 0; step < 20; step++) {
            recursion.differentiate();
            recursion.moveFirst(none);
            recursion.moveOutputs();
        }
        double grown = 20 * epsilon;
        double own = 0;
        double shared = 0;
        for (int j = 0; j < WIDTH; j++) {
            own += state.rest()[j * WIDTH + j] / (THETA * THETA) / WIDTH;
            for (int l = 0; l < j; l++) {
                double sign = Math.signum(state.outputs()[j] * state.outputs()[l]);
                shared += sign * state.rest()[j * WIDTH + l] / (THETA * THETA) / (WIDTH * (WIDTH - 1) / 2.0);
            }
        }
        assertThat(own).isCloseTo(1 + grown, within(0.01 * grown));
        assertThat(shared).isCloseTo(grown / 2, within(0.05 * grown));
    }

    /** Where a step of any size leads, and from where: numbers, or what is none; never an exception. */
    @ParameterizedTest
    @MethodSource("planes")
    void degenerateStatesAndHugeStepsEndWithNumbersOrNone(LabelPlane plane) {
        for (double stepSize : new double[] {0, 0.1, 10, 1e6, 1e300}) {
            for (int kind = 0; kind < 4; kind++) {
                SummaryStatistics state =
                        kind == 0 ? new SummaryStatistics(3) : Networks.start(kind == 1 ? 1 : 3, 1e4, 1, 2);
                for (int j = 1; j < state.width() && kind == 2; j++) {
                    state.s1()[j] = -state.s1()[0];
                    state.s2()[j] = -state.s2()[0];
                    for (int l = 0; l < state.width(); l++) {
                        state.rest()[j * state.width() + l] = l == j ? state.rest()[0] : -state.rest()[0];
                        state.rest()[l * state.width() + j] = state.rest()[j * state.width() + l];
                    }
                }
                Recursion recursion = new Recursion(plane, state, 1e4, 10, stepSize, 0.5);
                Means means = new Means(plane, state, recursion, 0.5);
                float[] normals = new float[2 * state.width()];
                for (int step = 0; step < 30; step++) {
                    double loss = recursion.differentiate();
                    recursion.moveFirst(normals);
                    recursion.moveOutputs();
                    means.measure();
                    assertThat(Double.isFinite(loss) || stepSize > 1).isTrue();
                    assertThat(Math.abs(means.error() - 0.5) <= 0.5 || stepSize > 1)
                            .isTrue();
                }
                assertThat(DoubleStream.of(state.rest()).allMatch(Double::isFinite) || stepSize > 1)
                        .isTrue();
            }
        }
    }
}
