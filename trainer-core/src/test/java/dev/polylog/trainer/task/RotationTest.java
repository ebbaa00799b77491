package dev.polylog.trainer.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.oracle.Bounds;
import dev.polylog.trainer.oracle.Matrices;
import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.StreamKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RotationTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "1, 5", "2, 2", "2, 3", "2, 500", "3, 3", "8, 8", "8, 40"})
    void theMatrixIsOrthogonalAndItsInverseIsItsTranspose(int k, int d) {
        double[][] q = matrix(rotation(k, d, 1), d);
        assertThat(Matrices.distance(Matrices.product(q, Matrices.transpose(q)), Matrices.identity(d)))
                .isLessThan(1e-5);
        float[] inverse = unit(d);
        rotation(k, d, 1).applyInverse(inverse, d);
        assertThat(Matrices.distance(Matrices.of(inverse, d, d), Matrices.transpose(q)))
                .isLessThan(1e-6);
    }

    /** The first axis goes to where normal numbers, brought to length 1, point. */
    @Test
    void theFirstAxisGoesToARandomDirection() {
        int d = 7;
        float[] drawn = new float[2 * d];
        key(3).stream(Purpose.BASIS, 0).normals(0, drawn, drawn.length);
        double norm = 0;
        for (int c = 0; c < d; c++) {
            norm += drawn[c] * drawn[c];
        }
        double[][] images = matrix(rotation(2, d, 3), d);
        for (int c = 0; c < d; c++) {
            assertThat(images[0][c])
                    .isCloseTo(drawn[c] / Math.sqrt(norm), org.assertj.core.api.Assertions.within(1e-6));
        }
    }

    /**
     * Squares of the coordinates of an image have mean 1/d, and so have their products with those of the other image mean 0,
     * over 4000 rotations. False alarms: 1e-6 a coordinate, by the normal approximation; the variance of a square is
     * {@code 2 (d - 1) / (d^2 (d + 2))}.
     */
    @Test
    void imagesAreUniform() {
        int d = 5;
        int n = 4000;
        double[] squares = new double[d];
        double[] products = new double[d];
        for (int seed = 0; seed < n; seed++) {
            double[][] q = matrix(rotation(2, d, 100 + seed), d);
            for (int c = 0; c < d; c++) {
                squares[c] += q[1][c] * q[1][c];
                products[c] += q[0][c] * q[1][c];
            }
        }
        double deviation = Math.sqrt(2.0 * (d - 1) / (d * d * (d + 2.0)) / n);
        for (int c = 0; c < d; c++) {
            assertThat(Math.abs(squares[c] / n - 1.0 / d)).isLessThan(Bounds.NORMAL_1E_6 * deviation);
            assertThat(Math.abs(products[c] / n)).isLessThan(Bounds.NORMAL_1E_6 / (d * Math.sqrt(n)) * 1.5);
        }
    }

    /** Row i of the result is the image of axis i. */
    private static double[][] matrix(Rotation rotation, int d) {
        float[] rows = unit(d);
        rotation.apply(rows, d);
        return Matrices.of(rows, d, d);
    }

    private static float[] unit(int d) {
        float[] rows = new float[d * d];
        for (int i = 0; i < d; i++) {
            rows[i * d + i] = 1;
        }
        return rows;
    }

    private static Rotation rotation(int k, int d, long seed) {
        return Rotation.draw(key(seed).stream(Purpose.BASIS, 0), k, d);
    }

    private static StreamKey key(long seed) {
        return new StreamKey(seed, 99);
    }
}
