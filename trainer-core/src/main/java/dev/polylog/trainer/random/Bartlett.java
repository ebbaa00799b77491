package dev.polylog.trainer.random;

/**
 * Rows of standard normal numbers as seen from themselves: a matrix of rows x dimension, turned so that row i ends at column i.
 *
 * <p>It is lower trapezoidal, rows x min(rows, dimension), with normals below the diagonal and on it the roots of chi-squares of
 * {@code dimension, dimension - 1, ...} degrees; its product with its transpose is a Wishart matrix. Nothing of the length of the
 * dimension is drawn. Not thread-safe.
 *
 * <p>Reference: Bartlett, "On the theory of statistical regression", 1933.
 */
public final class Bartlett {
    /** Chunks of the stream that one matrix takes. */
    public static final int CHUNKS = 1 + ChiSquares.CHUNKS;

    private final RandomStream stream;
    private final ChiSquares chiSquares;
    private final float[] normals;
    private final double[] squares;

    /**
     * @param stream moved to a step by whoever owns it
     * @param mostRows rows of the largest matrix
     */
    public Bartlett(RandomStream stream, int mostRows) {
        this.stream = stream;
        this.chiSquares = new ChiSquares(stream, mostRows);
        this.normals = new float[Math.multiplyExact(mostRows, mostRows)];
        this.squares = new double[mostRows];
    }

    /** Bytes for matrices of so many rows. */
    public static double bytes(double mostRows) {
        return mostRows * (Float.BYTES * (mostRows + 2) + Double.BYTES + 1);
    }

    /** Columns of a matrix. */
    public static int columns(int rows, long dimension) {
        return (int) Math.min(rows, dimension);
    }

    /**
     * Draws a matrix.
     *
     * @param chunk the first of {@link #CHUNKS}
     * @param dimension columns before the turn, at least 1
     * @param out rows x min(rows, dimension), overwritten
     */
    public void draw(int chunk, int rows, long dimension, double[] out) {
        int columns = columns(rows, dimension);
        chiSquares.draw(chunk + 1, dimension, columns, squares);
        stream.normals(chunk, normals, rows * columns);
        for (int i = 0; i < rows; i++) {
            for (int c = 0; c < columns; c++) {
                int at = i * columns + c;
                out[at] = c < i ? normals[at] : c == i ? Math.sqrt(squares[i]) : 0;
            }
        }
    }
}
