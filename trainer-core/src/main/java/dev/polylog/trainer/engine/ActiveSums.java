package dev.polylog.trainer.engine;

import dev.polylog.trainer.vector.Passes;
import dev.polylog.trainer.vector.PatternSums;
import dev.polylog.trainer.vector.PortablePatternSums;
import dev.polylog.trainer.vector.Race;
import dev.polylog.trainer.vector.Raced;
import dev.polylog.trainer.vector.Simd;
import dev.polylog.trainer.vector.VectorPatternSums;

/**
 * Products with the back-propagated signal D of an activation whose slope is 0 or 1: a row of D is the slope of its loss times a
 * pattern of active neurons, so that {@code D'X} is a sum of scaled rows of X over patterns, and takes no multiplication.
 */
final class ActiveSums {
    private static final int LANES = PatternSums.LANES;

    /** Long enough to be aligned by the usual collector with heaps of up to 16 GB. */
    private static final int ALIGNED_LENGTH = 1 << 20;

    /** Samples from which on bins cost less than matrix products. */
    private static final int LEAST_SAMPLES = 512;

    /** Shared by all runs of this process; what it decides has no influence on bits. */
    private static final Race RACE = new Race();

    private final Raced<PatternSums> kernels =
            Raced.of(new PortablePatternSums(), Simd.isPresent() ? new VectorPatternSums() : null, RACE);
    private final int width;
    private final int blocks;
    private final int maxRows;
    private final int[] patterns;
    private final float[] scales;
    private final float[] work;
    private final float[] nibbles = new float[PatternSums.NIBBLES];
    private final float[] sums = new float[LANES * LANES];
    private int rows;

    /** @param maxRows most samples at a time */
    ActiveSums(int width, int maxRows) {
        this.width = width;
        this.blocks = Passes.padded(width) / LANES;
        this.maxRows = maxRows;
        this.patterns = new int[Math.multiplyExact(blocks, maxRows)];
        this.scales = new float[maxRows];
        this.work = new float[ALIGNED_LENGTH];
    }

    /** Whether a step takes these sums. */
    static boolean pay(Workload workload) {
        return workload.architecture().activation().hasBinarySlope()
                && workload.training().batchSize() >= LEAST_SAMPLES;
    }

    /** Bytes of the sums. */
    static double bytes(double width, double rows) {
        return Integer.BYTES * rows * (width / LANES + 2) + Float.BYTES * (double) ALIGNED_LENGTH;
    }

    /**
     * Takes in D.
     *
     * @param signals D: rows x stride, of which the first columns are those of the neurons, and room for sixteen
     *     numbers
     * @param slopes of the loss, one a row
     */
    void read(float[] signals, int stride, double[] slopes, int numberOfRows) {
        rows = numberOfRows;
        for (int i = 0; i < rows; i++) {
            scales[i] = (float) slopes[i];
        }
        PatternSums kernel = kernels.begin();
        for (int block = 0; block < blocks; block++) {
            int first = block * LANES;
            int neurons = Math.min(LANES, width - first);
            kernel.read(signals, first, stride, neurons, rows, patterns, block * maxRows);
        }
        kernels.end((double) rows * width);
    }

    /**
     * Adds {@code D'X} to a matrix.
     *
     * @param x rows x columns, and room for sixteen numbers
     * @param to width x columns
     */
    void addProduct(float[] x, int columns, double[] to) {
        PatternSums kernel = kernels.begin();
        for (int block = 0; block < blocks; block++) {
            for (int column = 0; column < columns; column += LANES) {
                addBlock(kernel, x, columns, block, column, to, columns);
            }
        }
        kernels.end((double) rows * width * columns);
    }

    /**
     * Adds the lower triangle of {@code D'D} to a matrix.
     *
     * @param signals D, as it was read, and room for sixteen numbers
     * @param to width x width
     */
    void addSquare(float[] signals, int stride, double[] to) {
        PatternSums kernel = kernels.begin();
        for (int block = 0; block < blocks; block++) {
            for (int column = 0; column <= block * LANES; column += LANES) {
                addBlock(kernel, signals, stride, block, column, to, width);
            }
        }
        kernels.end((double) rows * width * width / 2);
    }

    private void addBlock(PatternSums kernel, float[] x, int stride, int block, int column, double[] to, int columns) {
        kernel.add(x, column, stride, scales, patterns, block * maxRows, rows, work);
        kernel.fold(work, nibbles, sums);
        int first = block * LANES;
        int neurons = Math.min(LANES, width - first);
        int kept = Math.min(LANES, columns - column);
        for (int j = 0; j < neurons; j++) {
            int at = (first + j) * columns + column;
            for (int k = 0; k < kept; k++) {
                to[at + k] += sums[j * LANES + k];
            }
        }
    }
}
