package dev.polylog.trainer.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.oracle.Matrices;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PivotedCholeskyTest {
    private static final double TOLERANCE = 1e-12;

    /** Rows of the square root, of its columns, and the size of each row against the one before it. */
    @ParameterizedTest
    @CsvSource({"1,1,1", "2,2,1", "7,7,1", "7,3,1", "30,30,1", "30,1,1", "30,12,1", "12,12,1e-6", "12,5,1e6"})
    void theFactorHasTheRankAndGivesTheMatrixBack(int n, int rank, double ratio) {
        double[][] a = Matrices.normals(new Random(n + 100L * rank), n, rank);
        double[] sizes = new double[n];
        for (int i = 0; i < n; i++) {
            sizes[i] = Math.pow(ratio, i);
            for (int j = 0; j < rank; j++) {
                a[i][j] *= sizes[i];
            }
        }
        double[][] c = Matrices.product(a, Matrices.transpose(a));
        PivotedCholesky cholesky = factor(c);
        assertThat(cholesky.rank()).isEqualTo(rank);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double scale = Math.sqrt(c[i][i] * c[j][j]);
                assertThat(Math.abs(product(cholesky, i, j) - c[i][j])).isLessThan(1e-10 * scale);
            }
        }
        assertPivotsAreLowerTriangular(cholesky);
    }

    /** With the order of the pivots given, the factor is unique. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 40})
    void theFactorIsThatOfLapack(int n) {
        double[][] a = Matrices.normals(new Random(n), n, n + 3);
        double[][] c = Matrices.product(a, Matrices.transpose(a));
        PivotedCholesky cholesky = factor(c);
        double[] permuted = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                permuted[i * n + j] = c[cholesky.pivot(i)][cholesky.pivot(j)];
            }
        }
        double[] expected = Dense.cholesky(permuted, n);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertThat(Math.abs(cholesky.at(cholesky.pivot(i), j) - expected[i * n + j]))
                        .isLessThan(1e-10 * cholesky.norm(cholesky.pivot(i)));
            }
        }
    }

    @Test
    void rowsThatDependOnOthersAndRowsOfZerosAreNoPivots() {
        double[][] a = {{1, 0, 0}, {0, 0, 0}, {1, 0, 0}, {0, 2, 0}, {3, 4, 0}, {0, 0, 1e-7}, {1, 0, 1e-7}};
        PivotedCholesky cholesky = factor(Matrices.product(a, Matrices.transpose(a)));
        assertThat(cholesky.rank()).isEqualTo(3);
        assertThat(cholesky.pivot(0)).isEqualTo(0);
        assertThat(cholesky.norm(1)).isZero();
        assertThat(cholesky.at(1, 0)).isZero();
        assertPivotsAreLowerTriangular(cholesky);
    }

    @Test
    void noMatrixMakesItFail() {
        double[] bad = {0, Double.NaN, Double.POSITIVE_INFINITY, -1, Double.MIN_VALUE};
        for (double value : bad) {
            double[] c = new double[9];
            Arrays.fill(c, value);
            PivotedCholesky cholesky = new PivotedCholesky(3, TOLERANCE);
            cholesky.factor(c);
            assertThat(cholesky.rank()).isEqualTo(value == Double.MIN_VALUE ? 1 : 0);
        }
    }

    @Test
    void anInstanceServesOneMatrixAfterTheOther() {
        double[] full = {4, 0, 2, 5};
        double[] zero = new double[4];
        PivotedCholesky cholesky = new PivotedCholesky(2, TOLERANCE);
        for (int i = 0; i < 2; i++) {
            cholesky.factor(full);
            assertThat(cholesky.rank()).isEqualTo(2);
            assertThat(cholesky.at(0, 0)).isEqualTo(2);
            cholesky.factor(zero);
            assertThat(cholesky.rank()).isZero();
        }
    }

    private static PivotedCholesky factor(double[][] c) {
        int n = c.length;
        double[] lower = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                lower[i * n + j] = j <= i ? c[i][j] : Double.NaN;
            }
        }
        PivotedCholesky cholesky = new PivotedCholesky(n, TOLERANCE);
        cholesky.factor(lower);
        return cholesky;
    }

    private static double product(PivotedCholesky cholesky, int i, int j) {
        double sum = 0;
        for (int k = 0; k < cholesky.rank(); k++) {
            sum += cholesky.at(i, k) * cholesky.at(j, k);
        }
        return sum;
    }

    private static void assertPivotsAreLowerTriangular(PivotedCholesky cholesky) {
        for (int i = 0; i < cholesky.rank(); i++) {
            assertThat(cholesky.scaled(cholesky.pivot(i), i)).isPositive();
            for (int k = i + 1; k < cholesky.rank(); k++) {
                assertThat(cholesky.scaled(cholesky.pivot(i), k)).isZero();
            }
        }
    }
}
