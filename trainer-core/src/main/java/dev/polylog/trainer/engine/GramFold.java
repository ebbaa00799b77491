package dev.polylog.trainer.engine;

import dev.polylog.trainer.linalg.Blas;
import java.util.Arrays;

/**
 * Folds what a step moves out of a span back into it: of vectors {@code [C N]} with N in new directions, the span keeps a C' with
 * {@code C'C'' = CC' + NN'}, by a Cholesky factor of that matrix. O(p^3).
 */
final class GramFold {
    /** The matrix is computed in double precision: what is below this share of a diagonal element is rounding. */
    private static final double TOLERANCE = 0x1p-44;

    private static final double MOST_SQUARE = (double) Float.MAX_VALUE * Float.MAX_VALUE;

    private final int vectors;
    private final double[] stacked;
    private final double[] gram;

    /** @param mostDirections new ones at a time */
    GramFold(int vectors, int mostDirections) {
        this.vectors = vectors;
        this.stacked = new double[Math.multiplyExact(vectors, vectors + mostDirections)];
        this.gram = new double[Math.multiplyExact(vectors, vectors)];
    }

    /** Bytes of a fold. */
    static double bytes(double vectors, double mostDirections) {
        return Double.BYTES * vectors * (2 * vectors + mostDirections);
    }

    /**
     * Folds into a span with dimensions outside.
     *
     * @param push what a gradient of 1 does to each vector
     * @param noise the gradients in the new directions: directions x width, row-major
     */
    void fold(GramSpan span, double[] push, double[] noise, int directions, int width) {
        for (int c = 0; c < vectors; c++) {
            System.arraycopy(span.column(c), 0, stacked, c * vectors, vectors);
        }
        for (int i = 0; i < directions; i++) {
            int at = (vectors + i) * vectors;
            for (int first = 0; first < vectors; first += width) {
                for (int j = 0; j < width; j++) {
                    stacked[at + first + j] = span.scale() * push[first + j] * noise[i * width + j];
                }
            }
        }
        Blas.transposedMultiply(stacked, stacked, 0, gram, vectors + directions, vectors, vectors);
        for (int c = 0; c < vectors; c++) {
            double[] column = span.column(c);
            Arrays.fill(column, 0, c, 0);
            System.arraycopy(gram, c * vectors + c, column, c, vectors - c);
        }
        factor(span);
        markOverflow(span);
    }

    /** Cholesky's factor, column by column in place; a vector that depends on those before it has no column of its own. */
    private void factor(GramSpan span) {
        for (int c = 0; c < vectors; c++) {
            double[] column = span.column(c);
            double square = gram[c * vectors + c];
            if (!(column[c] > TOLERANCE * square)) {
                Arrays.fill(column, 0);
                continue;
            }
            double root = Math.sqrt(column[c]);
            for (int j = c; j < vectors; j++) {
                column[j] /= root;
            }
            for (int k = c + 1; k < vectors; k++) {
                subtract(column[k], column, span.column(k), k);
            }
        }
    }

    private static void subtract(double factor, double[] column, double[] from, int first) {
        for (int j = first; j < column.length; j++) {
            from[j] -= factor * column[j];
        }
    }

    /** The factor leaves out what is not finite; here it must be seen. */
    private void markOverflow(GramSpan span) {
        for (int j = 0; j < vectors; j++) {
            double square = gram[j * vectors + j];
            if (!(square <= MOST_SQUARE)) {
                span.column(0)[j] = Double.NaN;
            }
        }
    }
}
