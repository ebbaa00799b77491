package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.linalg.Blas;
import dev.polylog.trainer.vector.Passes;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums over patterns are the matrix products. */
class ActiveSumsTest {
    @ParameterizedTest
    @CsvSource({"1, 3, 5", "16, 18, 600", "33, 35, 700", "64, 66, 992"})
    void sumsAreProducts(int width, int columns, int rows) {
        Random random = new Random(3);
        int stride = width + 2;
        float[] x = new float[rows * columns + Passes.LANES];
        float[] d = new float[rows * stride + Passes.LANES];
        double[] slopes = new double[rows];
        for (int i = 0; i < rows; i++) {
            slopes[i] = random.nextGaussian();
            for (int j = 0; j < stride; j++) {
                boolean isSilent = j < width && random.nextBoolean();
                d[i * stride + j] = isSilent ? 0 : (float) slopes[i];
            }
            for (int k = 0; k < columns; k++) {
                x[i * columns + k] = (float) random.nextGaussian();
            }
        }
        ActiveSums sums = new ActiveSums(width, rows);
        double[] product = new double[width * columns];
        double[] square = new double[width * width];
        sums.read(d, stride, slopes, rows);
        sums.addProduct(x, columns, product);
        sums.addSquare(d, stride, square);
        float[] expected = new float[width * columns];
        float[] expectedSquare = new float[width * width];
        Blas.transposedMultiply(d, stride, x, expected, rows, width, columns);
        Blas.transposedSquare(d, stride, expectedSquare, rows, width);
        for (int i = 0; i < product.length; i++) {
            assertThat(product[i]).isCloseTo(expected[i], within(1e-3));
        }
        for (int j = 0; j < width; j++) {
            for (int k = 0; k <= j; k++) {
                double there = expectedSquare[j * width + k];
                assertThat(square[j * width + k]).isCloseTo(there, within(1e-5 * Math.abs(there)));
            }
        }
    }
}
