package dev.polylog.trainer.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Closed forms against a plain sum over the plane: midpoints in angle and radius, or four points. */
class LabelPlaneTest {
    private static final double LAMBDA = StrictMath.sqrt(2) / StrictMath.pow(StrictMath.PI, 1.5);

    private static Stream<Arguments> neurons() {
        return Stream.of(
                Arguments.of(0.3, -0.1, 0.7),
                Arguments.of(-1.2, 0.4, 0.3),
                Arguments.of(0.05, 2.0, 0.5),
                Arguments.of(0.2, 0.2, 0.1),
                Arguments.of(0.0, 0.0, 1.0));
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void meansOfGaussianLabelsAreThoseOfASum(double s1, double s2, double sigma) {
        double[] sums = new double[4];
        int angles = 1600;
        int radii = 500;
        for (int i = 0; i < angles; i++) {
            double angle = (i + 0.5) * 2 * StrictMath.PI / angles;
            for (int k = 0; k < radii; k++) {
                double r = (k + 0.5) * 9 / radii;
                double weight = r * StrictMath.exp(-r * r / 2) * 9 / radii / angles;
                add(r * StrictMath.cos(angle), r * StrictMath.sin(angle), weight, s1, s2, sigma, sums);
            }
        }
        check(new GaussianPlane(3, 3), s1, s2, sigma, sums, 3e-5);
    }

    @ParameterizedTest
    @MethodSource("neurons")
    void meansOfBooleanLabelsAreThoseOfFourPoints(double s1, double s2, double sigma) {
        double[] sums = new double[4];
        for (int sign = -1; sign <= 1; sign += 2) {
            add(sign * StrictMath.sqrt(2), 0, 0.25, s1, s2, sigma, sums);
            add(0, sign * StrictMath.sqrt(2), 0.25, s1, s2, sigma, sums);
        }
        check(new BooleanPlane(), s1, s2, sigma, sums, 1e-14);
    }

    private static void add(double z1, double z2, double weight, double s1, double s2, double sigma, double[] sums) {
        double label = Math.abs(z1) > Math.abs(z2) ? 1 : -1;
        double x = (s1 * z1 + s2 * z2) / sigma;
        double gate = 0.5 + NormalLaw.half(x);
        sums[0] += weight * label * gate * z1;
        sums[1] += weight * label * gate * z2;
        sums[2] += weight * label * NormalLaw.density(x) / sigma;
        sums[3] += weight * label * Math.max(0, z1);
    }

    private static void check(LabelPlane plane, double s1, double s2, double sigma, double[] sums, double tolerance) {
        double[] means = new double[4];
        plane.meansOfLabel(s1, s2, sigma, means, 1);
        assertThat(means[1]).isCloseTo(sums[0], within(tolerance));
        assertThat(means[2]).isCloseTo(sums[1], within(tolerance));
        assertThat(means[3]).isCloseTo(sums[2], within(10 * tolerance));
        assertThat(plane.growth()).isCloseTo(sums[3], within(tolerance));
    }

    /** Weights as small as at the start of a run in 10^12 dimensions, and far smaller, grow at the rate lambda. */
    @Test
    void smallWeightsGrowAtTheRateOfTheory() {
        double[] means = new double[3];
        for (double s = 1e-3; s > 1e-200; s *= 1e-3) {
            new GaussianPlane(3, 3).meansOfLabel(s, -0.3 * s, 0.1, means, 0);
            assertThat(means[0] / s * 0.1 / LAMBDA).isCloseTo(1, within(100 * s * s + 1e-14));
            assertThat(means[1] / s * 0.1 / LAMBDA).isCloseTo(0.3, within(100 * s * s + 1e-14));
            new BooleanPlane().meansOfLabel(s, -0.3 * s, 0.1, means, 0);
            assertThat(means[0] / s * 0.1 / NormalLaw.DENSITY_AT_ZERO).isCloseTo(1, within(100 * s * s + 1e-14));
        }
    }

    @Test
    void nodesHaveTheMomentsOfTheLaw() {
        for (LabelPlane plane : new LabelPlane[] {GaussianPlane.usual(), new BooleanPlane()}) {
            double total = 0;
            double labels = 0;
            double square = 0;
            for (LabelPlane.Node node : plane.nodes()) {
                total += 2 * node.weight();
                labels += node.weight() * node.label();
                square += 2 * node.weight() * node.z1() * node.z1();
                assertThat(node.label()).isEqualTo(Math.abs(node.z1()) > Math.abs(node.z2()) ? 1 : -1);
            }
            assertThat(total).isCloseTo(1, within(1e-13));
            assertThat(labels).isCloseTo(0, within(1e-13));
            assertThat(square).isCloseTo(1, within(1e-12));
        }
    }
}
