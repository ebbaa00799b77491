package dev.polylog.trainer.linalg;

/**
 * The lower triangle of an n x n matrix, by blocks of {@value #BLOCK} rows.
 *
 * <p>A block is a row-major array of its own, as wide as its last row: no array holds n^2 elements, and half of the matrix
 * is not stored. What stands above the diagonal in a block has no meaning.
 */
public final class LowerTriangle {
    /** A block of as many columns stays in the cache of a core. Part of the numerics: sums end at the edges of blocks. */
    public static final int BLOCK = 256;

    private final int size;
    private final double[][] blocks;

    /** A matrix of zeros. */
    public LowerTriangle(int size) {
        this.size = size;
        this.blocks = new double[(size + BLOCK - 1) / BLOCK][];
        for (int block = 0; block < blocks.length; block++) {
            blocks[block] = new double[rows(block) * stride(block)];
        }
    }

    /** n. */
    public int size() {
        return size;
    }

    public int blocks() {
        return blocks.length;
    }

    /** The first row of a block, and the number of elements left of its square on the diagonal. */
    public int first(int block) {
        return block * BLOCK;
    }

    public int rows(int block) {
        return Math.min(BLOCK, size - first(block));
    }

    /** Elements in each row of a block. */
    public int stride(int block) {
        return first(block) + rows(block);
    }

    /** A block: rows x stride. The live array. */
    public double[] block(int block) {
        return blocks[block];
    }

    public double at(int row, int column) {
        int block = row / BLOCK;
        return blocks[block][(row - first(block)) * stride(block) + column];
    }

    /** The sum of the diagonal. */
    public double trace() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += at(i, i);
        }
        return sum;
    }

    /** Bytes of a matrix of a size. */
    public static long bytes(long size) {
        return Double.BYTES * size * (size + BLOCK) / 2;
    }
}
