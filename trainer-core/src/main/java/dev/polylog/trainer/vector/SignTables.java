package dev.polylog.trainer.vector;

/**
 * Products with vectors of signs by tables, for sixteen neurons side by side: tables of the sums of eight weights, and bins
 * that rows are sorted into. Implementations give the same bits.
 */
public interface SignTables {
    /** Neurons in a block. */
    int LANES = Passes.LANES;

    /** Entries of the sums over eight coordinates, one for each pattern of signs. */
    int BYTE = 256 * LANES;

    /** Entries of the sums over four coordinates. */
    int NIBBLE = 16 * LANES;

    /**
     * Where the four tables of sums stand in a work array, followed by two tables of bins and then by the rows of H. An
     * array that the virtual machine puts at the start of a page or of a heap region of its own, as it does with large
     * ones, has a header of 16 bytes; from here on it is aligned to lines of cache. A register load across two lines costs
     * twice.
     */
    int TABLES = 12;

    /** Where the bins stand. */
    int BINS = TABLES + 4 * BYTE;

    /** Where the rows begin. */
    int ROWS = BINS + 2 * BYTE;

    /**
     * Sums of each eight of 32 coordinates' weights for all patterns of signs: bit k of the pattern set means
     * {@code +w_k}. Each is the sum of the sums over four coordinates.
     *
     * @param weights 32 x 16
     * @param nibbles scratch, 2 x 16 x 16
     * @param work its tables, 4 x 256 x 16, are overwritten
     */
    void tables(float[] weights, float[] nibbles, float[] work);

    /**
     * Adds to each row of a block the entries of the four tables that the bytes of its word select, lowest byte first.
     *
     * @param words one a row, from {@code wordsFrom} on
     * @param work tables, and the block of H, rows x 16, from {@code from} on
     */
    void addEntries(int[] words, int wordsFrom, int rows, float[] work, int from);

    /**
     * Adds each row of a block to two bins: those that the lowest two bytes of its word, after a shift, select.
     *
     * @param work bins, and the block of D, rows x 16, from {@code from} on
     */
    void scatter(float[] work, int from, int[] words, int wordsFrom, int rows, int shift);

    /**
     * For each of eight coordinates, the sum of the 256 bins with its signs; leaves the bins empty.
     *
     * @param table which of the two tables of bins, 0 or 1
     * @param nibbles scratch, 2 x 16 x 16
     * @param sums 8 x 16, from {@code sumsFrom} on, overwritten
     */
    void fold(float[] work, int table, float[] nibbles, float[] sums, int sumsFrom);
}
