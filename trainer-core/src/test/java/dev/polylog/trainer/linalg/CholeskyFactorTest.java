package dev.polylog.trainer.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.oracle.Matrices;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sizes on both sides of one, two and three blocks. */
class CholeskyFactorTest {
    private static final double SHIFT = 0.5;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 255, 256, 257, 512, 531})
    void systemsAreSolved(int n) {
        double[][] a = semidefinite(n);
        double[] b = new Random(1).doubles(n).toArray();
        double[] x = b.clone();
        factor(a).solve(x);
        double[][] product = Matrices.product(Matrices.sum(a, SHIFT, Matrices.identity(n)), Matrices.column(x));
        assertThat(Matrices.distance(product, Matrices.column(b))).isLessThan(1e-11 * n);
    }

    /** Of three vectors that fill their rows, and of three unit vectors. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 255, 256, 257, 512, 531})
    void quadraticFormsOfTheInverseAndItsDiagonalAreThoseOfSolutions(int n) {
        CholeskyFactor factor = factor(semidefinite(n));
        double[] diagonal = factor.inverseDiagonal();
        int[] chosen = {0, n / 2, n - 1};
        double[] z = new Random(2).doubles((long) chosen.length * n).toArray();
        double[] rows = z.clone();
        factor.forward(rows, chosen.length);
        for (int r = 0; r < chosen.length; r++) {
            double[] x = Matrices.of(z, chosen.length, n)[r];
            factor.solve(x);
            double form = 0;
            double square = 0;
            for (int i = 0; i < n; i++) {
                form += x[i] * z[r * n + i];
                square += rows[r * n + i] * rows[r * n + i];
            }
            assertThat(square).isCloseTo(form, within(1e-10 * form));
            double[] unit = new double[n];
            unit[chosen[r]] = 1;
            factor.solve(unit);
            assertThat(diagonal[chosen[r]]).isCloseTo(unit[chosen[r]], within(1e-10 * unit[chosen[r]]));
        }
    }

    @Test
    void aTriangleKeepsItsElementsWhereTheyBelong() {
        int n = 300;
        double[][] a = semidefinite(n);
        LowerTriangle triangle = triangle(a);
        double trace = 0;
        for (int i = 0; i < n; i++) {
            trace += a[i][i];
            for (int j = 0; j <= i; j++) {
                assertThat(triangle.at(i, j)).isEqualTo(a[i][j]);
            }
        }
        assertThat(triangle.trace()).isCloseTo(trace, within(1e-9 * trace));
        assertThat(LowerTriangle.bytes(n)).isBetween(4L * n * n, 8L * n * n);
    }

    @Test
    void anInstanceServesOneMatrixAfterTheOther() {
        CholeskyFactor factor = factor(semidefinite(300));
        double[] first = factor.inverseDiagonal();
        factor.factor(triangle(Matrices.identity(300)), 3);
        assertThat(factor.inverseDiagonal()).containsOnly(0.25);
        factor.factor(triangle(semidefinite(300)), SHIFT);
        assertThat(factor.inverseDiagonal()).containsExactly(first);
    }

    @Test
    void whatIsNotPositiveDefiniteIsRefused() {
        LowerTriangle a = triangle(Matrices.diagonal(400, i -> i == 390 ? -2 : 1));
        assertThatThrownBy(() -> new CholeskyFactor(400).factor(a, 1)).isInstanceOf(ArithmeticException.class);
    }

    /** Of half the full rank. */
    private static double[][] semidefinite(int n) {
        double[][] a = Matrices.normals(new Random(n), n, (n + 1) / 2);
        return Matrices.product(a, Matrices.transpose(a));
    }

    private static CholeskyFactor factor(double[][] a) {
        CholeskyFactor factor = new CholeskyFactor(a.length);
        factor.factor(triangle(a), SHIFT);
        return factor;
    }

    private static LowerTriangle triangle(double[][] a) {
        LowerTriangle triangle = new LowerTriangle(a.length);
        for (int block = 0; block < triangle.blocks(); block++) {
            for (int i = 0; i < triangle.rows(block); i++) {
                int row = triangle.first(block) + i;
                System.arraycopy(a[row], 0, triangle.block(block), i * triangle.stride(block), row + 1);
            }
        }
        return triangle;
    }
}
