package dev.polylog.trainer.vector;

/**
 * Products B'X with a matrix B of zeros and ones, for sixteen columns of B and sixteen of X: each row of X is added to the two
 * bins that the bytes of its row of B select, and the bins are folded at the end. Implementations give the same bits.
 */
public interface PatternSums {
    /** Columns of B, and of X, at a time. */
    int LANES = Passes.LANES;

    /** Where the bins stand in a work array. In an array of its own pages they are aligned from here on, as in {@link SignTables}. */
    int BINS = SignTables.TABLES;

    /** Entries of the bins of a byte. */
    int BYTE = SignTables.BYTE;

    /** Least length of a work array. */
    int LENGTH = BINS + 2 * BYTE;

    /** Sums of bins while they are folded. */
    int NIBBLES = 4 * SignTables.NIBBLE;

    /**
     * Reads rows of B off a matrix: 1 for what is not zero.
     *
     * @param d the rows, from {@code from} on, with room for sixteen columns in each
     * @param columns of B that exist, up to sixteen; the others are zero
     * @param patterns one a row, from {@code patternsFrom} on, overwritten
     */
    void read(float[] d, int from, int stride, int columns, int rows, int[] patterns, int patternsFrom);

    /**
     * Adds rows of X to the bins.
     *
     * @param x the rows, from {@code from} on, with room for sixteen columns in each
     * @param scales by which they are multiplied, one a row
     * @param patterns the rows of B, from {@code patternsFrom} on: bit k for column k
     * @param work its bins
     */
    void add(float[] x, int from, int stride, float[] scales, int[] patterns, int patternsFrom, int rows, float[] work);

    /**
     * Adds up the bins and leaves them empty: by trees, first over the sixteen that have a half byte in common, then over the
     * eight half bytes that have a bit.
     *
     * @param nibbles scratch
     * @param sums 16 columns of B x 16 columns of X, overwritten
     */
    void fold(float[] work, float[] nibbles, float[] sums);

    /** The n-th half byte that has a bit. */
    static int code(int bit, int n) {
        int below = n & (1 << bit) - 1;
        return (n ^ below) << 1 | 1 << bit | below;
    }
}
