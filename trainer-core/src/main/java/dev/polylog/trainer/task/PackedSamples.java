package dev.polylog.trainer.task;

import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.random.StreamKey;

/**
 * Training samples on the Boolean cube, one bit a coordinate: the samples of {@link Samples}, bit for bit, in slabs of
 * several chunks.
 */
public final class PackedSamples {
    private static final int SLAB_ROWS = 8192;

    private final Task task;
    private final RandomStream inputStream;
    private final LabelNoise noise;
    private final int size;
    private final int rowsPerChunk;
    private final int chunksPerSlab;
    private final int wordsPerRow;
    private final int maxRows;
    private final int[] drawn;
    private final float[] drawnLabels;
    private final int[] words;
    private final float[] labels;
    private final float[] point;

    /** Fresh training samples, {@code size} a step, with label noise. */
    public PackedSamples(Task task, StreamKey key, int size) {
        this.task = task;
        this.inputStream = key.stream(Purpose.TRAINING_INPUTS, 0);
        this.size = size;
        this.rowsPerChunk = Samples.rows(task.d(), size);
        this.chunksPerSlab = chunksPerSlab(rowsPerChunk);
        this.wordsPerRow = (int) InputLaw.BooleanCube.wordsPerRow(task.rowLength());
        this.maxRows = maxRows(task.d(), size);
        this.noise = LabelNoise.training(task, key, rowsPerChunk);
        this.drawn = new int[Math.multiplyExact(rowsPerChunk, wordsPerRow)];
        this.drawnLabels = new float[rowsPerChunk];
        this.words = new int[Math.multiplyExact(maxRows, wordsPerRow)];
        this.labels = new float[maxRows];
        this.point = new float[task.target().coordinates()];
    }

    private static int chunksPerSlab(int rowsPerChunk) {
        return Math.max(1, SLAB_ROWS / rowsPerChunk);
    }

    /** Rows of a full slab of at most {@code size} samples in dimension d. */
    public static int maxRows(long d, long size) {
        int rowsPerChunk = Samples.rows(d, size);
        return (int) Math.min(size, (long) chunksPerSlab(rowsPerChunk) * rowsPerChunk);
    }

    /** Bytes of {@code size} samples. */
    public static double bytes(Task task, long size) {
        double rows = (double) maxRows(task.d(), size) + Samples.rows(task.d(), size);
        return Integer.BYTES * rows * (InputLaw.BooleanCube.wordsPerRow(task.d()) + 1);
    }

    /** Moves to the samples of a step. */
    public void moveTo(long step) {
        inputStream.moveTo(step);
        noise.moveTo(step);
    }

    public int slabs() {
        return (size - 1) / maxRows + 1;
    }

    /** The largest number of rows that {@link #draw} returns. */
    public int maxRows() {
        return maxRows;
    }

    /** Words that hold the coordinates of a row, 32 each. */
    public int wordsPerRow() {
        return wordsPerRow;
    }

    /** Draws slab {@code slab} of the current step and returns its number of rows. */
    public int draw(int slab) {
        int slabRows = Math.min(maxRows, size - slab * maxRows);
        for (int from = 0; from < slabRows; from += rowsPerChunk) {
            int chunk = slab * chunksPerSlab + from / rowsPerChunk;
            int rows = Math.min(rowsPerChunk, slabRows - from);
            inputStream.words(chunk, drawn, rows * wordsPerRow);
            for (int word = 0; word < wordsPerRow; word++) {
                int to = word * maxRows + from;
                for (int row = 0; row < rows; row++) {
                    words[to + row] = drawn[row * wordsPerRow + word];
                }
            }
            for (int row = 0; row < rows; row++) {
                drawnLabels[row] = label(drawn, row * wordsPerRow);
            }
            noise.apply(chunk, drawnLabels, rows);
            System.arraycopy(drawnLabels, 0, labels, from, rows);
        }
        return slabRows;
    }

    private float label(int[] bits, int from) {
        for (int k = 0; k < point.length; k++) {
            point[k] = 2 * (bits[from + (k >>> 5)] >>> k & 1) - 1;
        }
        return (float) task.target().value(point, 0);
    }

    /**
     * Inputs of the slab drawn last, wordsPerRow x maxRows: bit k mod 32 of word k / 32 is coordinate k, 1 meaning +1. Bits
     * beyond the last coordinate are arbitrary.
     */
    public int[] words() {
        return words;
    }

    /** Labels of the slab drawn last, as the task codes them. */
    public float[] labels() {
        return labels;
    }
}
