package dev.polylog.trainer.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylog.trainer.oracle.Batch;
import dev.polylog.trainer.oracle.Bounds;
import dev.polylog.trainer.random.StreamKey;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {
    private static final StreamKey KEY = new StreamKey(2, 71);

    static Stream<InputLaw> laws() {
        return Stream.of(new InputLaw.Gaussian(), new InputLaw.BooleanCube());
    }

    @ParameterizedTest
    @MethodSource("laws")
    void cleanLabelsAreMinusTheSignOfTheProduct(InputLaw law) {
        Batch batch = Batch.of(Samples.test(task(law, 5, 0.3), KEY, 10_000), 5, 1);
        for (int i = 0; i < batch.y.length; i++) {
            assertThat(batch.y[i]).isEqualTo(-Math.signum(batch.x[i][0] * batch.x[i][1]));
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void aSampleIsTheSameWhateverTheBatchSize(InputLaw law) {
        int d = 1000;
        int rowsPerChunk = Samples.rowsPerChunk(d);
        Task task = task(law, d, 0.3);
        Batch large = Batch.of(Samples.training(task, KEY, 3 * rowsPerChunk + 5), d, 9);
        for (int size : new int[] {1, 3, rowsPerChunk - 1, rowsPerChunk, rowsPerChunk + 1, 2 * rowsPerChunk + 7}) {
            Batch small = Batch.of(Samples.training(task, KEY, size), d, 9);
            for (int i = 0; i < size; i++) {
                assertThat(small.x[i]).containsExactly(large.x[i]);
                assertThat(small.y[i]).isEqualTo(large.y[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void labelNoiseNeverChangesTheInputs(InputLaw law) {
        Batch clean = Batch.of(Samples.training(task(law, 7, 0), KEY, 300), 7, 4);
        Batch noisy = Batch.of(Samples.training(task(law, 7, 1), KEY, 300), 7, 4);
        for (int i = 0; i < 300; i++) {
            assertThat(noisy.x[i]).containsExactly(clean.x[i]);
            assertThat(noisy.y[i]).isEqualTo(-clean.y[i]);
        }
    }

    /** Number of flips in 400,000 labels by the normal approximation. False alarms: 1e-6 a rate. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.05, 0.2, 0.5, 0.9})
    void labelsAreFlippedAtTheRateOfTheNoise(double q) {
        int n = 400_000;
        Batch batch = Batch.of(Samples.training(task(new InputLaw.Gaussian(), 2, q), KEY, n), 2, 1);
        int flips = 0;
        for (int i = 0; i < n; i++) {
            flips += batch.y[i] != -Math.signum(batch.x[i][0] * batch.x[i][1]) ? 1 : 0;
        }
        assertThat(Math.abs(flips - n * q) / Math.sqrt(n * q * (1 - q))).isLessThan(Bounds.NORMAL_1E_6);
    }

    /** Sums over 70 coordinates and their 2415 pairs, across word boundaries. False alarms: at most 1e-6 each. */
    @Test
    void theCubeIsUniformInCoordinatesAndPairs() {
        int d = 70;
        int n = 1 << 15;
        Batch batch = Batch.of(Samples.training(task(new InputLaw.BooleanCube(), d, 0), KEY, n), d, 2);
        double single = 0;
        double pairs = 0;
        for (int k = 0; k < d; k++) {
            double sum = 0;
            for (double[] x : batch.x) {
                assertThat(Math.abs(x[k]) == 1).isTrue();
                sum += x[k];
            }
            single += sum * sum / n;
            for (int l = 0; l < k; l++) {
                double product = 0;
                for (double[] x : batch.x) {
                    product += x[k] * x[l];
                }
                pairs += product * product / n;
            }
        }
        assertThat(single).isLessThan(Bounds.chiSquare(d, 1e-6));
        assertThat(pairs).isLessThan(Bounds.chiSquare(d * (d - 1) / 2, 1e-6));
    }

    @Test
    void chunksFitTheCacheAndAreNeverTiny() {
        assertThat(Samples.rowsPerChunk(2)).isEqualTo(4096);
        assertThat(Samples.rowsPerChunk(1000)).isEqualTo(524);
        assertThat(Samples.rowsPerChunk(1_000_000)).isEqualTo(64);
    }

    @Test
    void impossibleTasksAreRefused() {
        assertThatThrownBy(() -> task(new InputLaw.Gaussian(), 1, 0)).hasMessage("Invalid d: 1 (xor needs at least 2)");
        for (double q : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> task(new InputLaw.Gaussian(), 2, q))
                    .hasMessage("Invalid label-noise: " + q + " (expected 0 to 1)");
        }
    }

    private static Task task(InputLaw law, int d, double q) {
        return new Task(new TargetFunction.Xor(), law, d, q);
    }
}
