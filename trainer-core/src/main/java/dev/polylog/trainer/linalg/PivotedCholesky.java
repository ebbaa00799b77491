package dev.polylog.trainer.linalg;

/**
 * {@code C = L L'} for a symmetric positive semidefinite C, in double precision and revealing the rank.
 *
 * <p>C is scaled to a unit diagonal. Each step takes the row with the largest remainder as the next pivot and stops when
 * none is left above a tolerance: those rows depend on the pivots. Row {@code pivot(i)} of L has zeros after column i, so
 * the rows of the pivots, in their order, are lower triangular. Rows of C that are zero or not finite are never pivots.
 *
 * <p>One instance serves matrices of one size, one after the other. Not thread-safe.
 *
 * <p>Reference: Higham, "Analysis of the Cholesky decomposition of a semi-definite matrix", 1990.
 */
public final class PivotedCholesky {
    private final int size;
    private final double tolerance;
    private final double[] columns;
    private final double[] norms;
    private final double[] remainders;
    private final int[] pivots;
    private int rank;

    /**
     * @param size rows of C
     * @param tolerance a row is dependent if its remainder is at most this share of its diagonal element
     */
    public PivotedCholesky(int size, double tolerance) {
        this.size = size;
        this.tolerance = tolerance;
        this.columns = new double[Math.multiplyExact(size, size)];
        this.norms = new double[size];
        this.remainders = new double[size];
        this.pivots = new int[size];
    }

    /** Factors the matrix of which {@code c} (size x size) holds the lower triangle. */
    public void factor(double[] c) {
        for (int j = 0; j < size; j++) {
            double square = c[j * size + j];
            boolean usable = square > 0 && square < Double.POSITIVE_INFINITY;
            norms[j] = usable ? Math.sqrt(square) : 0;
            remainders[j] = usable ? 1 : 0;
        }
        for (rank = 0; rank < size; rank++) {
            int pivot = largestRemainder();
            if (!(remainders[pivot] > tolerance)) {
                return;
            }
            pivots[rank] = pivot;
            eliminate(c, pivot);
        }
    }

    private int largestRemainder() {
        int largest = 0;
        for (int j = 1; j < size; j++) {
            if (remainders[j] > remainders[largest]) {
                largest = j;
            }
        }
        return largest;
    }

    /** Writes the next column of L, over the norms of the rows, and takes its share off their remainders. */
    private void eliminate(double[] c, int pivot) {
        int offset = rank * size;
        for (int j = 0; j < size; j++) {
            double element = j < pivot ? c[pivot * size + j] : c[j * size + pivot];
            columns[offset + j] = norms[j] == 0 ? 0 : element / (norms[j] * norms[pivot]);
        }
        for (int k = 0; k < rank; k++) {
            double factor = columns[k * size + pivot];
            int column = k * size;
            for (int j = 0; j < size; j++) {
                columns[offset + j] -= factor * columns[column + j];
            }
        }
        double root = Math.sqrt(remainders[pivot]);
        for (int j = 0; j < size; j++) {
            columns[offset + j] /= root;
            remainders[j] -= columns[offset + j] * columns[offset + j];
        }
        for (int k = 0; k < rank; k++) {
            columns[offset + pivots[k]] = 0;
        }
        columns[offset + pivot] = root;
        remainders[pivot] = 0;
    }

    /** Number of columns of L. */
    public int rank() {
        return rank;
    }

    /** The row of C that came i-th. */
    public int pivot(int i) {
        return pivots[i];
    }

    /** The square root of the diagonal element of a row of C. */
    public double norm(int row) {
        return norms[row];
    }

    /** L at a row and a column, divided by the norm of the row. */
    public double scaled(int row, int column) {
        return columns[column * size + row];
    }

    /** Copies a column of L to where {@code out} has room for it. */
    public void copyColumn(int column, double[] out, int from) {
        int at = column * size;
        for (int j = 0; j < size; j++) {
            out[from + j] = norms[j] * columns[at + j];
        }
    }

    /** L at a row and a column. */
    public double at(int row, int column) {
        return norms[row] * columns[column * size + row];
    }
}
