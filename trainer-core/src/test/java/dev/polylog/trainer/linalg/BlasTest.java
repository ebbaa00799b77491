package dev.polylog.trainer.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlasTest {

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,2,3", "3,1,2", "2,3,1", "7,5,11", "16,16,16", "17,31,9", "101,67,33"})
    void productsAreThoseOfTheDefinition(int rows, int inner, int columns) {
        Random random = new Random(rows + 100L * inner + 10_000L * columns);
        float[] a = normals(random, rows * inner);
        float[] b = normals(random, columns * inner);
        float[] c = new float[rows * columns];
        Arrays.fill(c, Float.NaN);
        Blas.multiplyTransposed(a, b, c, rows, inner, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double sum = 0;
                double size = 0;
                for (int k = 0; k < inner; k++) {
                    double product = (double) a[i * inner + k] * b[j * inner + k];
                    sum += product;
                    size += Math.abs(product);
                }
                assertClose(c[i * columns + j], sum, size, inner);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,2,3", "3,1,2", "2,3,1", "7,5,11", "16,16,16", "17,31,9", "101,67,33"})
    void gradientsAreThoseOfTheDefinition(int rows, int columns, int inner) {
        Random random = new Random(rows + 100L * inner + 10_000L * columns);
        float[] a = normals(random, rows * columns);
        float[] b = normals(random, rows * inner);
        float[] before = normals(random, columns * inner);
        float[] kept = before.clone();
        float[] overwritten = new float[columns * inner];
        Arrays.fill(overwritten, Float.NaN);
        Blas.transposedMultiply(0.75f, a, b, 2f, kept, rows, columns, inner);
        Blas.transposedMultiply(0.75f, a, b, 0f, overwritten, rows, columns, inner);
        for (int j = 0; j < columns; j++) {
            for (int k = 0; k < inner; k++) {
                double sum = 0;
                double size = 0;
                for (int i = 0; i < rows; i++) {
                    double product = 0.75 * a[i * columns + j] * b[i * inner + k];
                    sum += product;
                    size += Math.abs(product);
                }
                int at = j * inner + k;
                assertClose(overwritten[at], sum, size, rows);
                assertClose(kept[at], sum + 2 * before[at], size + 2 * Math.abs(before[at]), rows + 1);
            }
        }
    }

    /** A sum of n products in any order is within {@code (n + 2) 2^-24} of its absolute size. */
    private static void assertClose(float actual, double expected, double size, int terms) {
        assertThat(Math.abs(actual - expected)).isLessThanOrEqualTo((terms + 2) * 0x1p-24 * size);
    }

    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            architectures = {"amd64", "x86_64"})
    void theNativeLibraryIsReallyInUse() {
        assertThat(Blas.implementation()).startsWith("JNIBLAS (OpenBLAS ");
    }

    @Test
    void aWarningIsGivenExactlyWhenProductsMayBeSlow() {
        boolean fast = Blas.implementation().startsWith("JNIBLAS") && "1".equals(System.getenv("OPENBLAS_NUM_THREADS"));
        assertThat(Blas.warning().isEmpty()).isEqualTo(fast);
    }

    @Test
    void theFingerprintNamesVersionLibraryAndProbe() {
        assertThat(Numerics.fingerprint())
                .isEqualTo(Numerics.fingerprint())
                .matches("v" + Numerics.VERSION + "; " + Pattern.quote(Blas.implementation())
                        + "; \\w+; probe [0-9a-f]{8}");
    }

    private static float[] normals(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
