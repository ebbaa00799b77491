package dev.polylog.trainer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.linalg.Dense;
import dev.polylog.trainer.oracle.Matrices;
import dev.polylog.trainer.task.Covariance;
import dev.polylog.trainer.task.SquareRoot;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SubspaceTest {
    private static final int K = 2;

    static Stream<Arguments> shapes() {
        int[][] shapes = {{2, 1}, {2, 9}, {5, 2}, {6, 30}, {40, 7}, {300, 64}, {1700, 40}};
        return Stream.of(
                        new Covariance.Isotropic(),
                        new Covariance.PowerLaw(),
                        new Covariance.TwoLevel(),
                        new Covariance.Equicorrelated())
                .flatMap(shape -> Stream.of(shapes).map(s -> Arguments.of(shape, s[0], s[1])));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theFactorsAreOrthonormalAndGiveTheColumnsBack(Covariance shape, int d, int width) {
        SquareRoot root = shape.squareRoot(d, K, 0.5);
        float[] w = weights(d, width);
        Subspace subspace = span(root, w, width);
        assertThat(subspace.rank()).isEqualTo(Math.min(d, width + K));
        assertFactors(subspace, root, w, d, width);
    }

    /** With the order of the pivots given and positive diagonals, both factors are unique. */
    @ParameterizedTest
    @MethodSource("shapes")
    void theFactorsAreThoseOfLapack(Covariance shape, int d, int width) {
        SquareRoot root = shape.squareRoot(d, K, 0.5);
        float[] w = weights(d, width);
        Subspace subspace = span(root, w, width);
        double[][] b = columns(root, w, d, width);
        int rank = subspace.rank();
        double[][] pivots = new double[d][rank];
        for (int i = 0; i < rank; i++) {
            for (int k = 0; k < d; k++) {
                pivots[k][i] = b[k][subspace.pivot(i)];
            }
        }
        double[][] q = Matrices.of(Dense.orthonormal(Matrices.flat(pivots), d, rank), d, rank);
        double[][] triangle = Matrices.product(Matrices.transpose(q), pivots);
        double condition = 1;
        for (int i = 0; i < rank; i++) {
            double length = 0;
            for (int l = 0; l <= i; l++) {
                length += triangle[l][i] * triangle[l][i];
            }
            condition = Math.max(condition, Math.sqrt(length) / triangle[i][i]);
        }
        double[][] u = orthonormal(subspace, d);
        assertThat(Matrices.distance(u, q)).isLessThan(2e-6 * condition);
        double[][] r = Matrices.of(subspace.factor(), rank, width + K);
        double[][] expected = Matrices.product(Matrices.transpose(q), b);
        assertThat(Matrices.distance(r, expected)).isLessThan(2e-6 * condition * largest(expected));
    }

    @Test
    void duplicatesOppositesAndNeuronsOfZerosAddNothingToTheRank() {
        int d = 50;
        int width = 12;
        float[] w = weights(d, width);
        System.arraycopy(w, 0, w, d, d);
        for (int k = 0; k < d; k++) {
            w[2 * d + k] = -3 * w[k];
            w[3 * d + k] = 0;
            w[4 * d + k] = k < 2 ? 5 : 0;
            w[5 * d + k] = w[6 * d + k] + w[7 * d + k];
        }
        for (Covariance shape : new Covariance[] {new Covariance.Isotropic(), new Covariance.Equicorrelated()}) {
            SquareRoot root = shape.squareRoot(d, K, 1);
            Subspace subspace = span(root, w, width);
            assertThat(subspace.rank()).isEqualTo(width + K - 5);
            assertFactors(subspace, root, w, d, width);
        }
    }

    /** Neurons that differ from their neighbour by a share of their length, down to below the tolerance. */
    @Test
    void almostParallelNeuronsAreToldApartUntilTheToleranceAndGivenBackAlways() {
        int d = 80;
        int width = 20;
        double largest = 0;
        for (double share : new double[] {0.1, 1e-2, 1e-3, 3e-4, 1e-4, 1e-5, 1e-6, 1e-7, 1e-9}) {
            float[] w = weights(d, width);
            for (int j = 1; j < width; j++) {
                for (int k = 0; k < d; k++) {
                    w[j * d + k] = (float) (w[k] + share * w[j * d + k]);
                }
            }
            SquareRoot root = identity(d);
            Subspace subspace = span(root, w, width);
            int expected = share > 1.1 * Math.sqrt(Subspace.TOLERANCE) ? width + K : 1 + K;
            if (share > 2e-4 || share < 1e-6) {
                assertThat(subspace.rank()).as("rank at %s", share).isEqualTo(expected);
            }
            assertFactors(subspace, root, w, d, width);
            largest = Math.max(largest, subspace.rank());
        }
        assertThat(largest).isEqualTo(width + K);
    }

    @Test
    void neuronsOfAnySizeAreSeen() {
        int d = 30;
        int width = 8;
        float[] w = weights(d, width);
        float[] sizes = {0x1p-100f, 0x1p-60f, 0x1p-30f, 0x1p-10f, 1, 0x1p15f, 0x1p50f, 0x1p115f};
        for (int j = 0; j < width; j++) {
            for (int k = 0; k < d; k++) {
                w[j * d + k] *= sizes[j];
            }
        }
        SquareRoot root = identity(d);
        Subspace subspace = span(root, w, width);
        assertThat(subspace.rank()).isEqualTo(width + K);
        assertFactors(subspace, root, w, d, width);
    }

    @Test
    void oneInstanceServesAllStepsWhateverTheRank() {
        int d = 20;
        int width = 5;
        float[] w = weights(d, width);
        SquareRoot root = identity(d);
        Subspace subspace = span(root, w, width);
        float[] before = subspace.factor().clone();
        subspace.span(new float[width * d]);
        assertThat(subspace.rank()).isEqualTo(K);
        subspace.span(w);
        assertThat(subspace.factor()).containsExactly(before);
        assertFactors(subspace, root, w, d, width);
    }

    /** U'U = I to the rounding of sums of d products, each column of U R to the rounding of its length. */
    private static void assertFactors(Subspace subspace, SquareRoot root, float[] w, int d, int width) {
        int rank = subspace.rank();
        double[][] u = orthonormal(subspace, d);
        double[][] square = Matrices.product(Matrices.transpose(u), u);
        assertThat(Matrices.distance(square, Matrices.identity(rank))).isLessThan(3e-6);
        double[][] b = columns(root, w, d, width);
        double[][] product = Matrices.product(u, Matrices.of(subspace.factor(), rank, width + K));
        double dropped = Math.sqrt(Subspace.TOLERANCE);
        for (int j = 0; j < width + K; j++) {
            double length = 0;
            double error = 0;
            for (int k = 0; k < d; k++) {
                length += b[k][j] * b[k][j];
                error += Math.pow(product[k][j] - b[k][j], 2);
            }
            boolean exact = rank == Math.min(d, width + K);
            assertThat(Math.sqrt(error)).isLessThanOrEqualTo((exact ? 2e-6 : 2e-6 + dropped) * Math.sqrt(length));
        }
    }

    /** B, column by column from its definition. */
    static double[][] columns(SquareRoot root, float[] w, int d, int width) {
        double[][] columns = new double[width + K][d];
        for (int j = 0; j < width; j++) {
            for (int k = 0; k < d; k++) {
                columns[j][k] = w[j * d + k];
            }
        }
        for (int k = 0; k < K; k++) {
            columns[width + k][k] = 1;
        }
        return Matrices.transpose(Matrices.product(columns, matrix(root, d)));
    }

    /** S as a matrix. */
    static double[][] matrix(SquareRoot root, int d) {
        return Matrices.of(applied(root, unitVectors(d, d), d), d, d);
    }

    private static float[] unitVectors(int count, int d) {
        float[] rows = new float[count * d];
        for (int k = 0; k < count; k++) {
            rows[k * d + k] = 1;
        }
        return rows;
    }

    private static float[] applied(SquareRoot root, float[] rows, int count) {
        root.apply(rows, count);
        return rows;
    }

    /** U: d x rank. */
    static double[][] orthonormal(Subspace subspace, int d) {
        double[][] u = new double[d][subspace.rank()];
        int from = 0;
        for (int tile = 0; tile < subspace.tiles(); tile++) {
            int columns = subspace.columns(tile);
            for (int i = 0; i < subspace.rank(); i++) {
                for (int k = 0; k < columns; k++) {
                    u[from + k][i] = subspace.tile(tile)[i * columns + k];
                }
            }
            from += columns;
        }
        assertThat(from).isEqualTo(d);
        return u;
    }

    private static double largest(double[][] a) {
        return Arrays.stream(a)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    /** The factors of B for weights on the axes. */
    static Subspace span(SquareRoot root, float[] w, int width) {
        int d = w.length / width;
        Subspace subspace = new Subspace(width, d, applied(root, unitVectors(K, d), K));
        subspace.span(applied(root, w.clone(), width));
        return subspace;
    }

    private static float[] weights(int d, int width) {
        Random random = new Random(d + 1000L * width);
        float[] w = new float[d * width];
        for (int i = 0; i < w.length; i++) {
            w[i] = (float) random.nextGaussian();
        }
        return w;
    }

    private static SquareRoot identity(int d) {
        return new Covariance.Isotropic().squareRoot(d, K, 0);
    }
}
