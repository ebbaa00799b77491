package dev.polylog.trainer.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.oracle.Batch;
import dev.polylog.trainer.oracle.Bounds;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CovarianceTest {
    private static final StreamKey KEY = new StreamKey(41, 43);

    static Stream<Covariance> shapes() {
        return ((Kind.Choice<Covariance>) Fields.COVARIANCE.kind()).values().stream();
    }

    static Stream<Covariance> anisotropic() {
        return shapes().filter(shape -> !(shape instanceof Covariance.Isotropic));
    }

    /** The variance of coordinate i and the covariance of i and j, counted from 1, as the documentation says. */
    private static double element(Covariance shape, int d, double s, int i, int j) {
        if (shape instanceof Covariance.Equicorrelated) {
            return i == j ? 1 : s / (1 + s);
        }
        double trace = 0;
        for (int k = 1; k <= d; k++) {
            trace += variance(shape, d, s, k);
        }
        return i == j ? variance(shape, d, s, i) * d / trace : 0;
    }

    private static double variance(Covariance shape, int d, double s, int i) {
        if (shape instanceof Covariance.PowerLaw) {
            return StrictMath.pow(i, -s);
        }
        if (shape instanceof Covariance.TwoLevel) {
            return i > d - d / 2 ? 1 + s : 1;
        }
        return shape instanceof Covariance.Spiked && i <= 2 ? 1 + s : 1;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theRootSquaresToTheDocumentedMatrix(Covariance shape) {
        for (int d : new int[] {2, 3, 8, 101}) {
            for (double s : shape instanceof Covariance.Isotropic ? new double[] {0} : new double[] {0, 0.5, 3, 1e3}) {
                double[][] square = square(shape.squareRoot(d, 2, s), d);
                double trace = 0;
                for (int i = 1; i <= d; i++) {
                    trace += square[i - 1][i - 1];
                    for (int j = 1; j <= d; j++) {
                        assertThat(square[i - 1][j - 1]).isCloseTo(element(shape, d, s, i, j), within(1e-6 * (1 + d)));
                    }
                }
                assertThat(trace).isCloseTo(d, within(1e-6 * d));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void strengthZeroIsTheIdentityBitForBit(Covariance shape) {
        for (int d : new int[] {2, 3, 1000}) {
            assertThat(shape.squareRoot(d, 2, 0).isIdentity()).isTrue();
            Task task = task(shape, d, 0);
            assertThat(Batch.of(Samples.training(task, KEY, 5), d, 1).x)
                    .isDeepEqualTo(Batch.of(Samples.training(task(new Covariance.Isotropic(), d, 0), KEY, 5), d, 1).x);
        }
    }

    @ParameterizedTest
    @MethodSource("anisotropic")
    void anyStrengthGivesFiniteInputs(Covariance shape) {
        for (double s : new double[] {Double.MIN_VALUE, 1e-20, 1, 1e20, 1e300, Double.MAX_VALUE}) {
            Batch batch = Batch.of(Samples.training(task(shape, 9, s), KEY, 20), 9, 1);
            double square = 0;
            for (double[] x : batch.x) {
                for (double value : x) {
                    assertThat(value).isFinite();
                    square += value * value;
                }
            }
            assertThat(square).isPositive();
        }
    }

    /** All sums of products of two coordinates of the samples. False alarms: 1e-6 a sum at most, 36 sums a shape. */
    @ParameterizedTest
    @MethodSource("anisotropic")
    void samplesHaveTheCovariance(Covariance shape) {
        int d = 8;
        int n = 200_000;
        Batch batch = Batch.of(Samples.test(task(shape, d, 1.5), KEY, n), d, 3);
        for (int i = 1; i <= d; i++) {
            for (int j = 1; j <= i; j++) {
                double mean = 0;
                for (double[] x : batch.x) {
                    mean += x[i - 1] * x[j - 1] / n;
                }
                double expected = element(shape, d, 1.5, i, j);
                double deviation = Math.sqrt(
                        (element(shape, d, 1.5, i, i) * element(shape, d, 1.5, j, j) + expected * expected) / n);
                assertThat(Math.abs(mean - expected)).isLessThan(1.1 * Bounds.NORMAL_1E_6 * deviation);
            }
        }
    }

    /** The share of the label -1 is {@code 1/2 + arcsin(rho) / pi}. False alarms: 1e-6 a strength. */
    @Test
    void correlationUnbalancesTheClasses() {
        int n = 200_000;
        for (double s : new double[] {0.25, 1, 4}) {
            Batch batch = Batch.of(Samples.test(task(new Covariance.Equicorrelated(), 5, s), KEY, n), 5, 1);
            double negative = 0;
            for (double y : batch.y) {
                negative += y < 0 ? 1.0 / n : 0;
            }
            double share = 0.5 + StrictMath.asin(s / (1 + s)) / Math.PI;
            assertThat(Math.abs(negative - share)).isLessThan(Bounds.NORMAL_1E_6 * Math.sqrt(share * (1 - share) / n));
        }
    }

    @Test
    void anisotropyNeedsGaussianInputsAndAShape() {
        TargetFunction xor = new TargetFunction.Xor();
        InputLaw gaussian = new InputLaw.Gaussian();
        InputLaw cube = new InputLaw.BooleanCube();
        assertThatThrownBy(() -> new Task(xor, cube, 8, 0, new Covariance.Spiked(), 1))
                .hasMessage("Invalid anisotropy: 1.0 (expected 0 with boolean inputs; only gaussian inputs and"
                        + " clusters have a covariance to choose)");
        assertThatThrownBy(() -> new Task(xor, gaussian, 8, 0, new Covariance.Isotropic(), 1))
                .hasMessage("Invalid anisotropy: 1.0 (expected 0 with isotropic covariance; choose another covariance"
                        + " to give it a strength)");
        for (double s : List.of(-1.0, Double.NaN, Double.POSITIVE_INFINITY)) {
            assertThatThrownBy(() -> new Task(xor, gaussian, 8, 0, new Covariance.Spiked(), s))
                    .hasMessage("Invalid anisotropy: " + s + " (expected at least 0)");
        }
        assertThat(new Task(xor, cube, 8, 0, new Covariance.Spiked(), 0)
                        .covarianceRoot()
                        .isIdentity())
                .isTrue();
    }

    private static double[][] square(SquareRoot root, int d) {
        float[] rows = new float[d * d];
        for (int i = 0; i < d; i++) {
            rows[i * d + i] = 1;
        }
        root.apply(rows, d);
        double[][] square = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                for (int k = 0; k < d; k++) {
                    square[i][j] += (double) rows[i * d + k] * rows[j * d + k];
                }
            }
        }
        return square;
    }

    private static Task task(Covariance shape, int d, double s) {
        return new Task(new TargetFunction.Xor(), new InputLaw.Gaussian(), d, 0, shape, s);
    }
}
