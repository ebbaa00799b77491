package dev.polylog.trainer.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylog.trainer.oracle.Matrices;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DenseTest {
    @Test
    @EnabledOnOs(
            value = OS.LINUX,
            architectures = {"amd64", "x86_64"})
    void theNativeLibraryIsReallyInUse() {
        assertThat(Dense.implementation()).isEqualTo("JNILAPACK");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 33})
    void theCholeskyFactorIsLowerTriangularAndGivesTheMatrixBack(int n) {
        double[][] a = positive(n);
        double[] lower = Matrices.flat(a);
        for (int i = 0; i < n; i++) {
            Arrays.fill(lower, i * n + i + 1, (i + 1) * n, Double.NaN);
        }
        double[][] l = Matrices.of(Dense.cholesky(lower, n), n, n);
        for (int i = 0; i < n; i++) {
            assertThat(l[i][i]).isPositive();
            for (int j = i + 1; j < n; j++) {
                assertThat(l[i][j]).isZero();
            }
        }
        assertThat(Matrices.distance(Matrices.product(l, Matrices.transpose(l)), a))
                .isLessThan(1e-12 * n);
    }

    @Test
    void whatIsNotPositiveDefiniteHasNoFactor() {
        assertThatThrownBy(() -> Dense.cholesky(new double[] {1, 2, 2, 1}, 2))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("Cannot factor a matrix of 2 rows, it is not positive definite");
        assertThatThrownBy(() -> Dense.cholesky(new double[] {Double.NaN}, 1))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage("Cannot factor a matrix, an element is NaN");
    }

    /** Of {@code Q diag(s) Q'} and {@code U diag(s) V'}, with factors from orthonormal columns. */
    @ParameterizedTest
    @CsvSource({"1,1", "4,4", "30,7", "7,30"})
    void eigenvaluesAndSingularValuesAreThoseThatWerePutIn(int rows, int columns) {
        int rank = Math.min(rows, columns);
        double[] ascending = new double[rank];
        double[] descending = new double[rank];
        for (int i = 0; i < rank; i++) {
            ascending[i] = 0.5 + i;
            descending[rank - 1 - i] = ascending[i];
        }
        double[][] u = orthonormal(rows, rank);
        double[][] v = orthonormal(columns, rank);
        double[][] us = Matrices.product(u, Matrices.diagonal(rank, i -> ascending[i]));
        double[][] a = Matrices.product(us, Matrices.transpose(v));
        assertClose(Dense.singularValues(Matrices.flat(a), rows, columns), descending, 1e-12 * rows);
        if (rows == rank) {
            double[][] symmetric = Matrices.product(us, Matrices.transpose(u));
            assertClose(Dense.eigenvalues(Matrices.flat(symmetric), rows), ascending, 1e-12 * rows);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "5,5", "40,9"})
    void orthonormalColumnsSpanTheMatrixByAnUpperTriangleWithAPositiveDiagonal(int rows, int columns) {
        double[][] a = Matrices.normals(new Random(rows), rows, columns);
        double[][] q = Matrices.of(Dense.orthonormal(Matrices.flat(a), rows, columns), rows, columns);
        double[][] r = Matrices.product(Matrices.transpose(q), a);
        assertThat(Matrices.distance(Matrices.product(Matrices.transpose(q), q), Matrices.identity(columns)))
                .isLessThan(1e-13 * rows);
        assertThat(Matrices.distance(Matrices.product(q, r), a)).isLessThan(1e-13 * rows);
        for (int i = 0; i < columns; i++) {
            assertThat(r[i][i]).isPositive();
            for (int j = 0; j < i; j++) {
                assertThat(Math.abs(r[i][j])).isLessThan(1e-13 * rows);
            }
        }
    }

    @Test
    void argumentsAreNotChanged() {
        double[] a = {4, 1, 1, 3};
        Dense.cholesky(a, 2);
        Dense.eigenvalues(a, 2);
        Dense.singularValues(a, 2, 2);
        Dense.orthonormal(a, 2, 2);
        assertThat(a).containsExactly(4, 1, 1, 3);
    }

    @Test
    void nothingIsPrinted() {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            argumentsAreNotChanged();
        } finally {
            System.setOut(before);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    private static double[][] positive(int n) {
        double[][] a = Matrices.normals(new Random(n), n, n);
        return Matrices.sum(Matrices.product(a, Matrices.transpose(a)), 1, Matrices.identity(n));
    }

    /** By Gram and Schmidt, twice. */
    private static double[][] orthonormal(int rows, int columns) {
        double[][] q = Matrices.transpose(Matrices.normals(new Random(rows + 100L * columns), rows, columns));
        for (int j = 0; j < columns; j++) {
            for (int twice = 0; twice < 2; twice++) {
                for (int i = 0; i < j; i++) {
                    double product = dot(q[i], q[j]);
                    for (int k = 0; k < rows; k++) {
                        q[j][k] -= product * q[i][k];
                    }
                }
                double norm = Math.sqrt(dot(q[j], q[j]));
                for (int k = 0; k < rows; k++) {
                    q[j][k] /= norm;
                }
            }
        }
        return Matrices.transpose(q);
    }

    private static double dot(double[] u, double[] v) {
        double sum = 0;
        for (int k = 0; k < u.length; k++) {
            sum += u[k] * v[k];
        }
        return sum;
    }

    private static void assertClose(double[] actual, double[] expected, double tolerance) {
        assertThat(Matrices.distance(Matrices.column(actual), Matrices.column(expected)))
                .isLessThan(tolerance);
    }
}
