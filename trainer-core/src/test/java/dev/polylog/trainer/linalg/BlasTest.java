package dev.polylog.trainer.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.oracle.Matrices;
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

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,2,3", "3,1,2", "2,3,1", "7,5,11", "16,16,16", "17,31,9", "101,67,33"})
    void productsOfTheProjectedStepAreThoseOfTheDefinition(int rows, int inner, int columns) {
        Random random = new Random(rows + 100L * inner + 10_000L * columns);
        float[] a = normals(random, rows * inner);
        float[] b = normals(random, inner * columns);
        double[][] wideA = Matrices.of(a, rows, inner);
        double[][] wideB = Matrices.of(b, inner, columns);
        double tolerance = 1e-5 * inner * rows;

        float[] product = new float[rows * columns];
        Blas.multiply(a, b, 0f, product, rows, inner, columns);
        double[][] expected = Matrices.product(wideA, wideB);
        assertThat(Matrices.distance(Matrices.of(product, rows, columns), expected))
                .isLessThan(tolerance);
        Blas.multiply(a, b, 1f, product, rows, inner, columns);
        expected = Matrices.sum(expected, 1, expected);
        assertThat(Matrices.distance(Matrices.of(product, rows, columns), expected))
                .isLessThan(tolerance);

        double[] doubles = new double[rows * columns];
        Blas.multiply(widen(a), widen(b), 0, doubles, rows, inner, columns);
        Blas.multiply(widen(a), widen(b), 1, doubles, rows, inner, columns);
        for (int i = 0; i < doubles.length; i++) {
            assertThat(Math.abs(doubles[i] - expected[i / columns][i % columns]))
                    .isLessThan(1e-12 * inner);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "1,2,3", "3,1,2", "2,3,1", "7,5,11", "16,16,16", "17,31,9", "101,67,33"})
    void squaresAndLeadingColumnsAreThoseOfTheDefinition(int rows, int columns, int more) {
        Random random = new Random(rows + 100L * columns + 10_000L * more);
        int stride = columns + more;
        float[] wide = normals(random, rows * stride);
        float[] b = normals(random, rows * more);
        double[][] a = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                a[i][j] = wide[i * stride + j];
            }
        }
        double[][] transposed = Matrices.transpose(a);
        double tolerance = 1e-5 * (rows + stride);

        float[] product = new float[columns * more];
        Blas.transposedMultiply(wide, stride, b, product, rows, columns, more);
        assertThat(Matrices.distance(
                        Matrices.of(product, columns, more), Matrices.product(transposed, Matrices.of(b, rows, more))))
                .isLessThan(tolerance);

        float[] square = new float[columns * columns];
        Blas.transposedSquare(wide, stride, square, rows, columns);
        assertLowerTriangle(widen(square), Matrices.product(transposed, a), 1, tolerance);

        double[][] full = Matrices.of(wide, rows, stride);
        double[][] expected = Matrices.product(full, Matrices.transpose(full));
        float[] rowSquare = new float[rows * rows];
        Blas.square(wide, rowSquare, rows, stride);
        assertLowerTriangle(widen(rowSquare), expected, 1, tolerance);
        double[] sum = new double[rows * rows];
        Blas.addSquare(widen(wide), sum, rows, stride);
        Blas.addSquare(widen(wide), sum, rows, stride);
        assertLowerTriangle(sum, expected, 2, 1e-11 * stride);
    }

    /** The elements above the triangle must not be touched. */
    private static void assertLowerTriangle(double[] actual, double[][] expected, double factor, double tolerance) {
        int n = expected.length;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double element = j <= i ? factor * expected[i][j] : 0;
                assertThat(Math.abs(actual[i * n + j] - element)).isLessThan(tolerance);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1,0", "2,3,0", "5,4,2", "33,70,1"})
    void triangularSystemsAreSolved(int rows, int columns, int more) {
        Random random = new Random(rows + 100L * columns);
        int stride = rows + more;
        float[] l = normals(random, rows * stride);
        double[][] lower = new double[rows][rows];
        for (int i = 0; i < rows; i++) {
            l[i * stride + i] = 3 + Math.abs(l[i * stride + i]);
            for (int j = 0; j <= i; j++) {
                l[i * stride + j] /= j == i ? 1 : rows;
                lower[i][j] = l[i * stride + j];
            }
        }
        float[] b = normals(random, rows * columns);
        float[] x = b.clone();
        Blas.solveLower(l, stride, x, rows, columns);
        assertThat(Matrices.distance(
                        Matrices.product(lower, Matrices.of(x, rows, columns)), Matrices.of(b, rows, columns)))
                .isLessThan(1e-5);
    }

    private static double[] widen(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
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
