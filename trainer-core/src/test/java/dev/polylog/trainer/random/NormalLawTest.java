package dev.polylog.trainer.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.oracle.Bounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalLawTest {
    private static final int N = 1 << 21;
    private static final StreamKey KEY = new StreamKey(3, 14);
    private static final float[] Z = draw(Purpose.TRAINING_INPUTS, 1, 0);

    /** Standard deviations of z^k: 1, sqrt 2, sqrt 15, sqrt 96. False alarms: 4e-6 for the four moments. */
    @Test
    void momentsAreThoseOfTheNormalLaw() {
        double[] sums = new double[5];
        for (float z : Z) {
            double power = 1;
            for (int k = 1; k <= 4; k++) {
                power *= z;
                sums[k] += power;
            }
        }
        double[] expected = {0, 0, 1, 0, 3};
        double[] variance = {0, 1, 2, 15, 96};
        for (int k = 1; k <= 4; k++) {
            double score = (sums[k] / N - expected[k]) / Math.sqrt(variance[k] / N);
            assertThat(Math.abs(score)).as("moment %s", k).isLessThan(Bounds.NORMAL_1E_6);
        }
    }

    /** Pearson's test on 1024 equiprobable bins. False alarms: at most 1e-6. */
    @Test
    void valuesFallEvenlyIntoEquiprobableBins() {
        double[] counts = new double[1024];
        for (float z : Z) {
            counts[(int) (1024 * Bounds.normalCdf(z))]++;
        }
        double expected = N / 1024.0;
        double chiSquare = 0;
        for (double count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        assertThat(chiSquare).isLessThan(Bounds.chiSquare(1023, 1e-6));
    }

    /** The two normals of a pair have a uniform angle: Pearson's test on 720 sectors. False alarms: at most 1e-6. */
    @Test
    void pairsPointInAllDirectionsAlike() {
        double[] counts = new double[720];
        int pairs = 0;
        for (int i = 0; i + 16 < N; i++) {
            if ((i & 16) == 0) {
                double turn = StrictMath.atan2(Z[i + 16], Z[i]) / (2 * Math.PI);
                counts[(int) (720 * (turn - Math.floor(turn))) % 720]++;
                pairs++;
            }
        }
        double expected = pairs / 720.0;
        double chiSquare = 0;
        for (double count : counts) {
            chiSquare += (count - expected) * (count - expected) / expected;
        }
        assertThat(chiSquare).isLessThan(Bounds.chiSquare(719, 1e-6));
    }

    /** The number beyond |z| = 4, a mean of 132.8, by the normal approximation. False alarms: 1e-6. */
    @Test
    void tailsHaveTheirShare() {
        double p = 2 * Bounds.normalCdf(-4);
        long beyond = 0;
        for (float z : Z) {
            beyond += Math.abs(z) > 4 ? 1 : 0;
        }
        assertThat(Math.abs(beyond - N * p) / Math.sqrt(N * p)).isLessThan(Bounds.NORMAL_1E_6);
    }

    /** Products of neighbours, and of their squares. False alarms: 2e-6 a lag. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 15, 16, 17, 32, 48, 64, 256, 1024})
    void positionsAreUncorrelated(int lag) {
        float[] later = new float[N];
        System.arraycopy(Z, lag, later, 0, N - lag);
        System.arraycopy(Z, 0, later, N - lag, lag);
        assertUncorrelated(Z, later);
    }

    /** False alarms: 2e-6 for each of five pairs of streams. */
    @Test
    void streamsAreUncorrelated() {
        assertUncorrelated(Z, draw(Purpose.TRAINING_INPUTS, 2, 0));
        assertUncorrelated(Z, draw(Purpose.TRAINING_INPUTS, 1L << 32 | 1, 0));
        assertUncorrelated(Z, draw(Purpose.TRAINING_INPUTS, 1, 1));
        assertUncorrelated(Z, draw(Purpose.TEST_INPUTS, 1, 0));
        float[] otherKey = new float[N];
        new StreamKey(3, 15).stream(Purpose.TRAINING_INPUTS, 1).normals(0, otherKey, N);
        assertUncorrelated(Z, otherKey);
    }

    private static void assertUncorrelated(float[] x, float[] y) {
        double products = 0;
        double squares = 0;
        for (int i = 0; i < N; i++) {
            products += (double) x[i] * y[i];
            squares += ((double) x[i] * x[i] - 1) * ((double) y[i] * y[i] - 1);
        }
        assertThat(Math.abs(products) / Math.sqrt(N)).isLessThan(Bounds.NORMAL_1E_6);
        assertThat(Math.abs(squares) / Math.sqrt(4.0 * N)).isLessThan(Bounds.NORMAL_1E_6);
    }

    private static float[] draw(Purpose purpose, long step, int chunk) {
        float[] z = new float[N];
        KEY.stream(purpose, step).normals(chunk, z, N);
        return z;
    }
}
