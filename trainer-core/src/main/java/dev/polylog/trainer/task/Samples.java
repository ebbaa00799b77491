package dev.polylog.trainer.task;

import dev.polylog.trainer.random.StreamKey;

/**
 * Labelled samples of a task, chunk by chunk in buffers that are reused.
 *
 * <p>A chunk fits in the second-level cache, so that inputs are still there when they are multiplied. Its size depends on
 * d alone: sample i of a step is the same whatever the batch size.
 */
public sealed interface Samples permits FreshSamples, StoredSamples {

    /** Training samples, {@code size} a step, with label noise: fresh ones, or some of a fixed data set. */
    static Samples training(Task task, StreamKey key, int size) {
        return task.datasetSize() == 0 ? FreshSamples.training(task, key, size) : new StoredSamples(task, key, size);
    }

    /** Fresh test samples, {@code size} a checkpoint, with clean labels. */
    static FreshSamples test(Task task, StreamKey key, int size) {
        return FreshSamples.test(task, key, size);
    }

    /** Bytes of training samples, those of the data set included. */
    static double bytes(Task task, long size) {
        double fresh = FreshSamples.bytes(task, task.datasetSize() == 0 ? size : task.datasetSize());
        return task.datasetSize() == 0 ? fresh : fresh + StoredSamples.bytes(task, size);
    }

    /** Rows of a full chunk of at most {@code size} samples in dimension d. */
    static int rows(long d, long size) {
        return (int) Math.min(size, rowsPerChunk(d));
    }

    /** Rows of a full chunk in dimension d. */
    static int rowsPerChunk(long d) {
        return (int) Math.max(64, Math.min(4096, (1 << 19) / d));
    }

    /** Moves to the samples of a step. */
    void moveTo(long step);

    int size();

    /** The largest number of rows that {@link #draw} returns. */
    int maxRows();

    default int chunks() {
        return (size() - 1) / maxRows() + 1;
    }

    /** Draws chunk {@code chunk} of the current step and returns its number of rows. */
    int draw(int chunk);

    /** Inputs of the chunk drawn last, rows x d. */
    float[] inputs();

    /** Labels of the chunk drawn last, as the task codes them. */
    float[] labels();
}
