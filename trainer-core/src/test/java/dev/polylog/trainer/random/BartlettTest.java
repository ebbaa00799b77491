package dev.polylog.trainer.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.polylog.trainer.oracle.KolmogorovSmirnov;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Chi-squares against sums of squares and against their moments, Wishart matrices against products of normals. Each bound is that of
 * a false alarm of 1e-5 a comparison, so that the class as a whole has one in at most 1e-3 (Bonferroni).
 */
class BartlettTest {
    private static final int NUMBERS = 20_000;
    private static final double FALSE_ALARM = 1e-5;
    /** Of a standard normal number, with that probability on both sides together. */
    private static final double DEVIATIONS = 4.42;

    private static double[] chiSquares(int degrees, int count) {
        RandomStream stream = new StreamKey(3, degrees).stream(Purpose.PROJECTED_REMAINDER, 1);
        ChiSquares chiSquares = new ChiSquares(stream, 1);
        double[] numbers = new double[count];
        double[] one = new double[1];
        for (int i = 0; i < count; i++) {
            stream.moveTo(i);
            chiSquares.draw(5, degrees, 1, one);
            numbers[i] = one[0];
        }
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 8, 9, 10, 13, 30, 200})
    void chiSquaresAreSumsOfSquares(int degrees) {
        Random random = new Random(degrees);
        double[] sums = new double[NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            for (int k = 0; k < degrees; k++) {
                double z = random.nextGaussian();
                sums[i] += z * z;
            }
        }
        double[] numbers = chiSquares(degrees, NUMBERS);
        assertThat(KolmogorovSmirnov.statistic(numbers, sums)).isLessThan(KolmogorovSmirnov.bound(FALSE_ALARM));
    }

    /** Mean n, variance 2 n, third cumulant 8 n, up to a thousand million degrees of freedom. */
    @ParameterizedTest
    @ValueSource(ints = {9, 100, 1000, 65_536, 1_000_000, 1_000_000_000})
    void chiSquaresHaveTheirMoments(int degrees) {
        double[] numbers = chiSquares(degrees, NUMBERS);
        double[] scaled = Arrays.stream(numbers)
                .map(x -> (x - degrees) / Math.sqrt(2.0 * degrees))
                .toArray();
        double mean = Arrays.stream(scaled).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(DEVIATIONS / Math.sqrt(NUMBERS)));
        double square = Arrays.stream(scaled).map(x -> x * x).average().orElseThrow();
        double fourth = 3 + 12.0 / degrees;
        assertThat(square).isCloseTo(1, within(DEVIATIONS * Math.sqrt((fourth - 1) / NUMBERS)));
        double cube = Arrays.stream(scaled).map(x -> x * x * x).average().orElseThrow();
        double skewness = Math.sqrt(8.0 / degrees);
        double sixth = 15 + 260.0 / degrees + 480.0 / ((double) degrees * degrees);
        assertThat(cube).isCloseTo(skewness, within(DEVIATIONS * Math.sqrt(sixth / NUMBERS)));
    }

    /** A number of a batch has the degrees of its place, and does not depend on what was drawn before. */
    @Test
    void everyNumberHasItsPlace() {
        RandomStream stream = new StreamKey(1, 2).stream(Purpose.PROJECTED_REMAINDER, 7);
        double[] together = new double[12];
        new ChiSquares(stream, 20).draw(3, 12, 12, together);
        double[] again = new double[12];
        ChiSquares other = new ChiSquares(stream, 12);
        other.draw(40, 1000, 12, again);
        other.draw(3, 12, 12, again);
        assertThat(again).containsExactly(together);
        assertThat(together).doesNotHaveDuplicates();
        assertThat(Arrays.stream(together)).allMatch(x -> x > 0);
    }

    /** Entries of the product with the transpose against those of 3 x n normals: more degrees than rows, as many, and fewer. */
    @ParameterizedTest
    @CsvSource({"3, 40", "3, 4", "3, 3", "3, 2", "3, 1", "5, 12"})
    void productsAreThoseOfNormals(int rows, int dimension) {
        Random random = new Random(100 * rows + dimension);
        RandomStream stream = new StreamKey(9, dimension).stream(Purpose.HIDDEN_WEIGHTS, 0);
        Bartlett bartlett = new Bartlett(stream, rows);
        int columns = Bartlett.columns(rows, dimension);
        double[] turned = new double[rows * columns];
        double[][] drawn = new double[rows * rows][NUMBERS];
        double[][] direct = new double[rows * rows][NUMBERS];
        for (int i = 0; i < NUMBERS; i++) {
            stream.moveTo(i);
            bartlett.draw(2, rows, dimension, turned);
            addProducts(turned, rows, columns, drawn, i);
            addProducts(normals(random, rows * dimension), rows, dimension, direct, i);
        }
        for (int entry = 0; entry < rows * rows; entry++) {
            if (entry / rows >= entry % rows) {
                assertThat(KolmogorovSmirnov.statistic(drawn[entry], direct[entry]))
                        .as("entry %d", entry)
                        .isLessThan(KolmogorovSmirnov.bound(FALSE_ALARM));
            }
        }
    }

    private static double[] normals(Random random, int count) {
        double[] normals = new double[count];
        for (int i = 0; i < count; i++) {
            normals[i] = random.nextGaussian();
        }
        return normals;
    }

    private static void addProducts(double[] matrix, int rows, int columns, double[][] products, int sample) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j <= i; j++) {
                for (int c = 0; c < columns; c++) {
                    products[i * rows + j][sample] += matrix[i * columns + c] * matrix[j * columns + c];
                }
            }
        }
    }
}
