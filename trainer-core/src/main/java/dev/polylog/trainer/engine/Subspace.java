package dev.polylog.trainer.engine;

import dev.polylog.trainer.linalg.Blas;
import dev.polylog.trainer.linalg.PivotedCholesky;
import java.util.Arrays;

/**
 * What labels and network see of a standard normal vector g, when the input is {@code x = O (c + A g)}: its products
 * with the columns of {@code B = [A O'w_1 .. A O'w_p, A e_1 .. A e_k]}, d x r with r = p + k.
 *
 * <p>{@code B = U R} with U orthonormal (d x rank) and R (rank x r) by CholeskyQR2: the Gram matrix of B with columns
 * scaled to length 1, in double, gives pivots and a first triangle; what that leaves is almost orthonormal, and its own
 * Gram matrix gives the correction. A column of which less than {@code sqrt(TOLERANCE)} of its length is left after the
 * pivots counts as dependent on them.
 *
 * <p>Neither B nor U is stored as one matrix: coordinates come in tiles that fit in the second-level cache.
 *
 * <p>Reference: Yamamoto, Nakatsukasa, Yanagisawa and Fukaya, "Roundoff error analysis of the CholeskyQR2 algorithm", 2015.
 */
final class Subspace {
    /**
     * Of a squared length. Its root is 500 units of single precision, so that the first factor is orthonormal to within
     * about {@code r / 500} and the second corrects it.
     */
    static final double TOLERANCE = 0x1p-30;

    private static final int TILE_FLOATS = 1 << 17;
    private static final int MIN_TILE = 256;
    private static final int MAX_TILE = 4096;

    private final int width;
    private final int d;
    private final int r;
    private final float[] labelColumns;
    private final int tileColumns;
    private final float[][] tiles;
    private final double[] block;
    private final double[] gram;
    private final PivotedCholesky first;
    private final float[] triangle;
    private final float[] tileGram;
    private final double[] secondGram;
    private final double[] leftFactor;
    private final double[] product;
    private final float[] factor;

    /**
     * @param width p
     * @param labelColumns {@code A e_1 .. A e_k}: k x d; kept, not copied
     */
    Subspace(int width, int d, float[] labelColumns) {
        this.width = width;
        this.labelColumns = labelColumns;
        this.d = d;
        this.r = width + labelColumns.length / d;
        this.tileColumns = tileColumns(r, d);
        this.tiles = new float[(d - 1) / tileColumns + 1][];
        for (int tile = 0; tile < tiles.length; tile++) {
            tiles[tile] = new float[Math.multiplyExact(Math.min(r, d), columns(tile))];
        }
        this.block = new double[r * tileColumns];
        this.gram = new double[Math.multiplyExact(r, r)];
        this.first = new PivotedCholesky(r, TOLERANCE);
        this.triangle = new float[r * r];
        this.tileGram = new float[r * r];
        this.secondGram = new double[r * r];
        this.leftFactor = new double[r * r];
        this.product = new double[r * r];
        this.factor = new float[r * r];
    }

    /** Coordinates of a tile. */
    static int tileColumns(int r, long d) {
        return (int) Math.min(d, Math.max(MIN_TILE, Math.min(MAX_TILE, TILE_FLOATS / (2 * r))));
    }

    /** Bytes of the factors of r columns. */
    static double bytes(int r, long d) {
        double square = (double) r * r;
        return Float.BYTES * ((double) Math.min(r, d) * d + 3 * square)
                + Double.BYTES * ((double) r * tileColumns(r, d) + 5 * square);
    }

    /**
     * Factors B.
     *
     * @param latentWeights {@code A O'w_j}, the weights as what is drawn meets them: width x d
     */
    void span(float[] latentWeights) {
        Arrays.fill(gram, 0);
        for (int tile = 0; tile < tiles.length; tile++) {
            addGram(latentWeights, tile);
        }
        first.factor(gram);
        if (rank() > 0) {
            orthogonalize(latentWeights);
        }
    }

    /** Where column j of B stands. */
    private float[] matrix(float[] latentWeights, int j) {
        return j < width ? latentWeights : labelColumns;
    }

    private int row(int j) {
        return (j < width ? j : j - width) * d;
    }

    private void addGram(float[] latentWeights, int tile) {
        int columns = columns(tile);
        for (int j = 0; j < r; j++) {
            float[] matrix = matrix(latentWeights, j);
            int from = row(j) + tile * tileColumns;
            int offset = j * columns;
            for (int k = 0; k < columns; k++) {
                block[offset + k] = matrix[from + k];
            }
        }
        Blas.addSquare(block, gram, r, columns);
    }

    private void orthogonalize(float[] latentWeights) {
        int rank = rank();
        for (int i = 0; i < rank; i++) {
            for (int l = 0; l <= i; l++) {
                triangle[i * rank + l] = (float) first.scaled(first.pivot(i), l);
            }
        }
        Arrays.fill(secondGram, 0);
        for (int tile = 0; tile < tiles.length; tile++) {
            readPivots(latentWeights, tile);
            Blas.solveLower(triangle, rank, tiles[tile], rank, columns(tile));
            Blas.square(tiles[tile], tileGram, rank, columns(tile));
            for (int i = 0; i < rank * rank; i++) {
                secondGram[i] += tileGram[i];
            }
        }
        decompose(secondGram, rank);
        for (int i = 0; i < rank * rank; i++) {
            triangle[i] = (float) secondGram[i];
        }
        for (int tile = 0; tile < tiles.length; tile++) {
            Blas.solveLower(triangle, rank, tiles[tile], rank, columns(tile));
        }
        multiplyFactors(rank);
    }

    /** Puts the pivot columns of B, scaled to length 1, into the rows of a tile. */
    private void readPivots(float[] latentWeights, int tile) {
        int columns = columns(tile);
        for (int i = 0; i < rank(); i++) {
            int pivot = first.pivot(i);
            float[] matrix = matrix(latentWeights, pivot);
            int from = row(pivot) + tile * tileColumns;
            double inverse = 1 / first.norm(pivot);
            int offset = i * columns;
            for (int k = 0; k < columns; k++) {
                tiles[tile][offset + k] = (float) (inverse * matrix[from + k]);
            }
        }
    }

    /** {@code A = L L'} for a matrix close to the identity; L replaces the lower triangle of A, zeros what is above. */
    private static void decompose(double[] a, int n) {
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i * n + j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i * n + k] * a[j * n + k];
                }
                a[i * n + j] = i == j ? Math.sqrt(sum) : sum / a[j * n + j];
            }
            Arrays.fill(a, i * n + i + 1, (i + 1) * n, 0);
        }
    }

    /** {@code R' = (first factor) (second factor)}, in double. */
    private void multiplyFactors(int rank) {
        for (int j = 0; j < r; j++) {
            for (int i = 0; i < rank; i++) {
                leftFactor[j * rank + i] = first.at(j, i);
            }
        }
        Blas.multiply(leftFactor, secondGram, 0, product, r, rank, rank);
        for (int i = 0; i < rank; i++) {
            for (int j = 0; j < r; j++) {
                factor[i * r + j] = (float) product[j * rank + i];
            }
        }
    }

    /** Number of columns of U. */
    int rank() {
        return first.rank();
    }

    /** The column of B that gave column i of U. */
    int pivot(int i) {
        return first.pivot(i);
    }

    /** Number of columns of B. */
    int size() {
        return r;
    }

    /** R: rank x r. */
    float[] factor() {
        return factor;
    }

    /** Number of tiles of coordinates. */
    int tiles() {
        return tiles.length;
    }

    /** Number of coordinates in a tile; all but the last have as many as the first. */
    int columns(int tile) {
        return Math.min(tileColumns, d - tile * tileColumns);
    }

    /** U' on the coordinates of a tile: rank x columns. */
    float[] tile(int tile) {
        return tiles[tile];
    }
}
