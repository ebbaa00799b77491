package dev.polylog.trainer.task;

import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.random.StreamKey;

/**
 * Labelled samples of a task, drawn chunk by chunk into buffers that are reused.
 *
 * <p>A chunk fits in the second-level cache, so that inputs are still there when they are multiplied. Its size depends on
 * d alone: sample i of a step is the same whatever the batch size.
 */
public final class Samples {
    private static final int CHUNK_FLOATS = 1 << 19;
    private static final int MIN_ROWS = 64;
    private static final int MAX_ROWS = 4096;

    private final Task task;
    private final SquareRoot covarianceRoot;
    private final RandomStream inputStream;
    private final LabelNoise noise;
    private final int size;
    private final int rowsPerChunk;
    private final float[] inputs;
    private final float[] labels;
    private final int[] scratch;

    private Samples(Task task, StreamKey key, Purpose purpose, double labelNoise, int size) {
        this.task = task;
        this.covarianceRoot = task.covarianceRoot();
        this.inputStream = key.stream(purpose, 0);
        this.size = size;
        this.rowsPerChunk = Math.min(size, rowsPerChunk(task.d()));
        this.noise = new LabelNoise(key, labelNoise, rowsPerChunk);
        this.inputs = new float[Math.multiplyExact(rowsPerChunk, task.d())];
        this.labels = new float[rowsPerChunk];
        this.scratch = new int[task.inputs().scratchWords(rowsPerChunk, task.d())];
    }

    /** Fresh training samples, {@code size} a step, with label noise. */
    public static Samples training(Task task, StreamKey key, int size) {
        return new Samples(task, key, Purpose.TRAINING_INPUTS, task.labelNoise(), size);
    }

    /** Fresh test samples, {@code size} a checkpoint, with clean labels. */
    public static Samples test(Task task, StreamKey key, int size) {
        return new Samples(task, key, Purpose.TEST_INPUTS, 0, size);
    }

    /** Rows of a full chunk in dimension d. */
    public static int rowsPerChunk(int d) {
        return Math.max(MIN_ROWS, Math.min(MAX_ROWS, CHUNK_FLOATS / d));
    }

    /** Moves to the samples of a step. */
    public void moveTo(long step) {
        inputStream.moveTo(step);
        noise.moveTo(step);
    }

    public int size() {
        return size;
    }

    public int chunks() {
        return (size + rowsPerChunk - 1) / rowsPerChunk;
    }

    /** The largest number of rows that {@link #draw} returns. */
    public int maxRows() {
        return rowsPerChunk;
    }

    /** Draws chunk {@code chunk} of the current step and returns its number of rows. */
    public int draw(int chunk) {
        int rows = Math.min(rowsPerChunk, size - chunk * rowsPerChunk);
        task.inputs().draw(inputStream, chunk, inputs, rows, task.d(), scratch);
        covarianceRoot.apply(inputs, rows);
        for (int i = 0; i < rows; i++) {
            labels[i] = task.target().label(inputs, i * task.d());
        }
        noise.apply(chunk, labels, rows);
        return rows;
    }

    /** Inputs of the chunk drawn last, rows x d. */
    public float[] inputs() {
        return inputs;
    }

    /** Labels of the chunk drawn last, -1 or +1. */
    public float[] labels() {
        return labels;
    }
}
