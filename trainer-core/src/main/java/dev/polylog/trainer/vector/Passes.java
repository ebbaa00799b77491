package dev.polylog.trainer.vector;

/**
 * The way of an activation s through pre-activations, forward to outputs and back to gradients, with sixteen neurons side by
 * side. Kernels of one activation give the same bits.
 *
 * <p>Block b of the pre-activations H holds neurons {@code 16 b .. 16 b + 15}; where its rows stand is a matter of strides,
 * because engines arrange H differently.
 */
public interface Passes {
    /** Neurons in a block. */
    int LANES = 16;

    /** Room after the last row of H: registers of floats are read where half of them become doubles. */
    int MARGIN = LANES / 2;

    /** Lanes of the blocks that hold a width. */
    static int padded(int width) {
        return (width + LANES - 1) / LANES * LANES;
    }

    /**
     * {@code sum_j a_j s(h_ij)} of each row: over the blocks in each lane, then over the lanes as a balanced tree.
     *
     * @param h the rows of H, from {@code from} on
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
     * Adds {@code sum_i l'_i s(h_ij)} to the gradient, row by row, and replaces {@code h_ij} by {@code l'_i s'(h_ij)}.
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
