package dev.polylog.trainer.linalg;

import java.util.Arrays;

/**
 * L of {@code A + s I = L L'} for a large symmetric A, by blocks of rows.
 *
 * <p>Everything is one recurrence, forward substitution on rows: a block of L is a block of A after it, and so are the rows
 * of the inverse of L after those of the identity. Its products are sums as long as can be of blocks as small as the cache,
 * so that no call of the native library keeps the garbage collector waiting.
 *
 * <p>One instance serves matrices of one size, one after the other. Not thread-safe.
 *
 * <p>Reference: Golub and Van Loan, "Matrix Computations", section 4.2.
 */
public final class CholeskyFactor {
    private static final int BLOCK = LowerTriangle.BLOCK;

    private final LowerTriangle l;
    private final double[][] diagonals;

    /** @param size n */
    public CholeskyFactor(int size) {
        l = new LowerTriangle(size);
        diagonals = new double[l.blocks()][];
    }

    /**
     * Factors {@code A + shift I}.
     *
     * @param a n x n
     * @throws ArithmeticException if that is not positive definite
     */
    public void factor(LowerTriangle a, double shift) {
        for (int block = 0; block < l.blocks(); block++) {
            double[] rows = l.block(block);
            int count = l.rows(block);
            int stride = l.stride(block);
            System.arraycopy(a.block(block), 0, rows, 0, rows.length);
            for (int i = 0; i < count; i++) {
                rows[i * stride + l.first(block) + i] += shift;
            }
            substitute(rows, count, stride, 0, block);
            double[] square = columns(rows, count, stride, block);
            Blas.subtractProduct(rows, stride, rows, stride, 0, square, count, l.first(block), count);
            diagonals[block] = Dense.cholesky(square, count);
            putColumns(diagonals[block], rows, count, stride, block);
        }
    }

    /**
     * In rows z that are zero before block {@code from}, makes the blocks from there to {@code end} those of
     * {@code L^-1 z}.
     */
    private void substitute(double[] z, int count, int stride, int from, int end) {
        for (int block = from; block < end; block++) {
            double[] piece = columns(z, count, stride, block);
            int before = l.first(block) - l.first(from);
            Blas.subtractProduct(
                    z, stride, l.block(block), l.stride(block), l.first(from), piece, count, before, l.rows(block));
            Blas.solveLowerTransposed(diagonals[block], piece, count, l.rows(block));
            putColumns(piece, z, count, stride, block);
        }
    }

    /** The columns of a block from rows: count x rows(block). */
    private double[] columns(double[] z, int count, int stride, int block) {
        int size = l.rows(block);
        double[] piece = new double[count * size];
        for (int i = 0; i < count; i++) {
            System.arraycopy(z, i * stride + l.first(block), piece, i * size, size);
        }
        return piece;
    }

    private void putColumns(double[] piece, double[] z, int count, int stride, int block) {
        int size = l.rows(block);
        for (int i = 0; i < count; i++) {
            System.arraycopy(piece, i * size, z, i * stride + l.first(block), size);
        }
    }

    /**
     * Replaces each row z by {@code L^-1 z}, whose squared length is {@code z' (A + s I)^-1 z}.
     *
     * @param z count x n
     */
    public void forward(double[] z, int count) {
        substitute(z, count, l.size(), 0, l.blocks());
    }

    /**
     * Replaces b by {@code (A + s I)^-1 b}.
     *
     * @param b n
     */
    public void solve(double[] b) {
        forward(b, 1);
        for (int block = l.blocks() - 1; block >= 0; block--) {
            double[] rows = l.block(block);
            int stride = l.stride(block);
            for (int i = l.rows(block) - 1; i >= 0; i--) {
                int row = l.first(block) + i;
                double solved = b[row] / rows[i * stride + row];
                b[row] = solved;
                for (int j = 0; j < row; j++) {
                    b[j] -= rows[i * stride + j] * solved;
                }
            }
        }
    }

    /** The diagonal of {@code (A + s I)^-1}: the squared lengths of the columns of the inverse of L. */
    public double[] inverseDiagonal() {
        int n = l.size();
        double[] diagonal = new double[n];
        double[] z = new double[Math.min(BLOCK, n) * n];
        for (int block = 0; block < l.blocks(); block++) {
            int first = l.first(block);
            int count = l.rows(block);
            Arrays.fill(z, 0);
            for (int i = 0; i < count; i++) {
                z[i * n + first + i] = 1;
            }
            substitute(z, count, n, block, l.blocks());
            for (int i = 0; i < count; i++) {
                for (int k = first + i; k < n; k++) {
                    diagonal[first + i] += z[i * n + k] * z[i * n + k];
                }
            }
        }
        return diagonal;
    }
}
