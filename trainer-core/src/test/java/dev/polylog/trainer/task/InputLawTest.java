package dev.polylog.trainer.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.oracle.Batch;
import dev.polylog.trainer.oracle.Bounds;
import dev.polylog.trainer.oracle.Matrices;
import dev.polylog.trainer.oracle.Tasks;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Settings;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputLawTest {
    private static final StreamKey KEY = new StreamKey(17, 23);
    private static final int N = 100_000;

    static java.util.stream.Stream<InputLaw> random() {
        return InputLaw.all().stream()
                .filter(law -> !(law instanceof InputLaw.FourPoints) && !(law instanceof InputLaw.Clusters));
    }

    static java.util.stream.Stream<InputLaw> all() {
        return InputLaw.all().stream();
    }

    /**
     * Means and products of coordinates. By the normal approximation with variance 1 of a coordinate and at most 2 of a
     * product, at most 1e-6 of false alarms for each of 27 sums a law.
     */
    @ParameterizedTest
    @MethodSource("random")
    void coordinatesHaveMeanZeroVarianceOneAndNoCorrelation(InputLaw law) {
        int d = 6;
        Batch batch = Batch.of(Samples.test(Tasks.of(settings(law, d)), KEY, N), d, 2);
        double bound = Bounds.NORMAL_1E_6 / Math.sqrt(N);
        for (int i = 0; i < d; i++) {
            assertThat(Math.abs(mean(batch, i, -1))).isLessThan(bound);
            for (int j = 0; j <= i; j++) {
                assertThat(mean(batch, i, j)).isCloseTo(i == j ? 1 : 0, within(bound * Math.sqrt(2)));
            }
        }
    }

    private static double mean(Batch batch, int i, int j) {
        double sum = 0;
        for (double[] x : batch.x) {
            sum += j < 0 ? x[i] : x[i] * x[j];
        }
        return sum / batch.x.length;
    }

    @Test
    void theSphereHasItsRadius() {
        Batch batch = Batch.of(Samples.training(Tasks.of(settings(new InputLaw.Sphere(), 50)), KEY, 1000), 50, 1);
        for (double[] x : batch.x) {
            assertThat(Arrays.stream(x).map(v -> v * v).sum()).isCloseTo(50, within(1e-4));
        }
    }

    /** Kolmogorov-Smirnov against the uniform law; false alarms: 1e-6. */
    @Test
    void uniformCoordinatesAreUniform() {
        Batch batch = Batch.of(Samples.training(Tasks.of(settings(new InputLaw.Uniform(), 2)), KEY, N), 2, 1);
        double[] values = Arrays.stream(batch.x).mapToDouble(x -> x[0]).sorted().toArray();
        double distance = 0;
        for (int i = 0; i < N; i++) {
            double expected = (values[i] / Math.sqrt(3) + 1) / 2;
            distance = Math.max(distance, Math.max((i + 1.0) / N - expected, expected - (double) i / N));
        }
        assertThat(distance * Math.sqrt(N)).isLessThan(Math.sqrt(Math.log(2 / 1e-6) / 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8, 4099})
    void theFourPointsComeInTurnAcrossStepsAndChunks(int batchSize) {
        Samples samples = Samples.training(Tasks.of(settings(new InputLaw.FourPoints(), 3)), KEY, batchSize);
        int number = 0;
        for (long step = 1; step <= 5; step++) {
            Batch batch = Batch.of(samples, 3, step);
            for (int i = 0; i < batchSize; i++, number++) {
                assertThat(batch.x[i]).containsExactly(number % 2 == 0 ? -1 : 1, number % 4 < 2 ? -1 : 1, 0);
                assertThat(batch.y[i]).isEqualTo(-batch.x[i][0] * batch.x[i][1]);
            }
        }
    }

    /**
     * Around its centre a cluster is normal with deviation sigma, the label is that of the centre, and the four centres are
     * equally frequent: variances and counts by the normal approximation, 1e-6 of false alarms each.
     */
    @Test
    void clustersLieAroundTheirCentres() {
        int d = 5;
        double sigma = 0.3;
        Settings settings = settings(new InputLaw.Clusters(), d).with(Fields.SIGMA, sigma);
        Batch batch = Batch.of(Samples.training(Tasks.of(settings), KEY, N), d, 1);
        int[] counts = new int[4];
        double[] squares = new double[d];
        for (int i = 0; i < N; i++) {
            double[] x = batch.x[i];
            // At three deviations, one in 700 lies on the wrong side of an axis: the centre is told by the label as
            // well.
            double c1 = Math.signum(x[0]);
            double c2 = Math.signum(x[1]);
            if (-c1 * c2 != batch.y[i]) {
                boolean firstIsFarther = Math.abs(x[0]) > Math.abs(x[1]);
                c1 = firstIsFarther ? c1 : -c1;
                c2 = firstIsFarther ? -c2 : c2;
            }
            counts[(c1 > 0 ? 1 : 0) + (c2 > 0 ? 2 : 0)]++;
            for (int k = 0; k < d; k++) {
                double centre = k == 0 ? c1 : k == 1 ? c2 : 0;
                squares[k] += Math.pow((x[k] - centre) / sigma, 2) / N;
            }
        }
        for (int count : counts) {
            assertThat(Math.abs(count - N / 4.0)).isLessThan(Bounds.NORMAL_1E_6 * Math.sqrt(N * 3 / 16.0));
        }
        for (double square : squares) {
            assertThat(Math.abs(square - 1)).isLessThan(Bounds.NORMAL_1E_6 * Math.sqrt(2.0 / N) + 2e-3);
        }
    }

    /** With the basis turned, inputs are turned and labels stay. */
    @ParameterizedTest
    @MethodSource("all")
    void aRotatedBasisTurnsInputsAndKeepsLabels(InputLaw law) {
        int d = 30;
        Task straight = Tasks.of(settings(law, d).with(Fields.LABEL_NOISE, 0.1));
        Task turned = Tasks.of(settings(law, d).with(Fields.LABEL_NOISE, 0.1).with(Fields.BASIS, Basis.ROTATED));
        Batch axes = Batch.of(Samples.training(straight, KEY, 50), d, 1);
        Batch rotated = Batch.of(Samples.training(turned, KEY, 50), d, 1);
        assertThat(rotated.y).containsExactly(axes.y);
        float[] basis = new float[d * d];
        for (int i = 0; i < d; i++) {
            basis[i * d + i] = 1;
        }
        turned.coloring(KEY).rotate(basis, d);
        double[][] expected = Matrices.product(axes.x, Matrices.of(basis, d, d));
        assertThat(Matrices.distance(rotated.x, expected)).isLessThan(1e-5);
        assertThat(Matrices.distance(rotated.x, axes.x)).isGreaterThan(0.5);
    }

    /** The label plane is turned against a covariance of rank two: samples lie in a plane that is not its own. */
    @Test
    void aRotatedCovarianceIsNoLongerThatOfTheLabels() {
        int d = 20;
        Settings settings = settings(new InputLaw.Gaussian(), d)
                .with(Fields.COVARIANCE, new Covariance.Spiked())
                .with(Fields.ANISOTROPY, 1e6)
                .with(Fields.COVARIANCE_BASIS, Basis.ROTATED);
        Batch batch = Batch.of(Samples.test(Tasks.of(settings), KEY, 2000), d, 1);
        double inPlane = 0;
        double all = 0;
        double[][] square = Matrices.product(Matrices.transpose(batch.x), batch.x);
        double trace = 0;
        double squareTrace = 0;
        for (int i = 0; i < d; i++) {
            trace += square[i][i];
            for (int j = 0; j < d; j++) {
                squareTrace += square[i][j] * square[i][j];
            }
        }
        for (int i = 0; i < batch.y.length; i++) {
            double[] x = batch.x[i];
            inPlane += x[0] * x[0] + x[1] * x[1];
            all += Arrays.stream(x).map(v -> v * v).sum();
            assertThat(batch.y[i]).isEqualTo(-Math.signum(x[0] * x[1]));
        }
        assertThat(all / batch.y.length).isCloseTo(d, within(0.1 * d));
        assertThat(inPlane / all).isLessThan(0.9);
        // Two eigenvalues of equal size: the effective rank is two.
        assertThat(trace * trace / squareTrace).isCloseTo(2, within(0.05));
    }

    @Test
    void lawsWhoseCentresLieInAPlaneRefuseOtherTargets() {
        for (InputLaw law : new InputLaw[] {new InputLaw.Clusters(), new InputLaw.FourPoints()}) {
            assertThatThrownBy(() -> Tasks.of(settings(law, 5).with(Fields.TARGET, new TargetFunction.Parity(3))))
                    .hasMessage("Invalid target: parity-3 (it depends on 3 coordinates, but the centres of " + law
                            + " lie in a plane; choose one of two coordinates)");
        }
    }

    @Test
    void aTurnedIdentityIsTheIdentity() {
        Task turned = Tasks.of(settings(new InputLaw.Gaussian(), 5)
                .with(Fields.COVARIANCE, new Covariance.PowerLaw())
                .with(Fields.COVARIANCE_BASIS, Basis.ROTATED));
        StreamKey key = new StreamKey(1, 2);
        assertThat(turned.coloring(key).isIdentity()).isTrue();
        FreshSamples straight = Samples.test(Tasks.of(settings(new InputLaw.Gaussian(), 5)), key, 50);
        FreshSamples samples = Samples.test(turned, key, 50);
        straight.moveTo(1);
        straight.draw(0);
        samples.moveTo(1);
        samples.draw(0);
        assertThat(samples.inputs()).containsExactly(straight.inputs());
    }

    private static Settings settings(InputLaw law, int d) {
        return Settings.defaults().with(Fields.INPUTS, law).with(Fields.D, (long) d);
    }
}
