package dev.polylog.trainer.engine;

/**
 * The inner loops of engines that keep sixteen neurons side by side. Implementations give the same bits.
 *
 * <p>Block b of the pre-activations H holds neurons {@code 16 b .. 16 b + 15}; where its rows stand is a matter of strides,
 * because engines arrange H differently.
 */
sealed interface LaneKernel permits PortableLanes, VectorLaneKernel {
    /** Neurons in a block. */
    int LANES = 16;

    /** Lanes of the blocks that hold a width. */
    static int padded(int width) {
        return (width + LANES - 1) / LANES * LANES;
    }

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

    /** Room after the last row of H: registers of floats are read where half of them become doubles. */
    int MARGIN = LANES / 2;

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

    /**
     * {@code sum_j a_j relu(h_ij)} of each row: over the blocks in each lane, then over the lanes as a balanced tree.
     *
     * @param a one weight a neuron
     * @param lanes scratch, 16
     * @param out one sum a row
     */
    void outputs(
            float[] h,
            int from,
            int rowStride,
            int blockStride,
            int blocks,
            int rows,
            double[] a,
            double[] lanes,
            double[] out);

    /**
     * Adds {@code sum_i l'_i relu(h_ij)} to the gradient, row by row, and replaces {@code h_ij} by
     * {@code l'_i 1[h_ij > 0]}.
     *
     * @param slopes l', one a row
     * @param gradient one a neuron
     */
    void backPropagate(
            float[] h,
            int from,
            int rowStride,
            int blockStride,
            int blocks,
            int rows,
            double[] slopes,
            double[] gradient);
}
