package dev.polylog.trainer.engine;

import dev.polylog.trainer.linalg.Blas;
import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.LabelNoise;
import dev.polylog.trainer.task.Task;

/**
 * The samples of a minibatch as labels and network see them, chunk by chunk: a row q of Q is standard normal, and
 * {@code q R} holds the pre-activations and the coordinates that the label depends on, with their joint law.
 */
final class ProjectedSamples {
    private static final int CHUNK_FLOATS = 1 << 16;
    private static final int MIN_ROWS = 64;
    private static final int MAX_ROWS = 2048;

    private final Task task;
    private final Subspace subspace;
    private final RandomStream stream;
    private final LabelNoise noise;
    private final int size;
    private final int rowsPerChunk;
    private final float[] coordinates;
    private final float[] products;
    private final float[] labels;

    ProjectedSamples(Task task, Subspace subspace, StreamKey key, int size) {
        this.task = task;
        this.subspace = subspace;
        this.size = size;
        this.rowsPerChunk = Math.min(size, rowsPerChunk(subspace.size()));
        this.stream = key.stream(Purpose.PROJECTED_INPUTS, 0);
        this.noise = new LabelNoise(key, task.labelNoise(), rowsPerChunk);
        this.coordinates = new float[rowsPerChunk * subspace.size()];
        this.products = new float[rowsPerChunk * subspace.size() + LaneKernel.MARGIN];
        this.labels = new float[rowsPerChunk];
    }

    static int rowsPerChunk(int seen) {
        return Math.max(MIN_ROWS, Math.min(MAX_ROWS, CHUNK_FLOATS / seen));
    }

    void moveTo(long step) {
        stream.moveTo(step);
        noise.moveTo(step);
    }

    /** The largest number of rows that {@link #draw} returns. */
    int maxRows() {
        return rowsPerChunk;
    }

    int chunks() {
        return (size - 1) / rowsPerChunk + 1;
    }

    /** Draws a chunk for the subspace as it is now and returns its number of rows. */
    int draw(int chunk) {
        int rows = Math.min(rowsPerChunk, size - chunk * rowsPerChunk);
        int rank = subspace.rank();
        stream.normals(chunk, coordinates, rows * rank);
        Blas.multiply(coordinates, subspace.factor(), 0f, products, rows, rank, subspace.size());
        int width = subspace.size() - task.target().coordinates();
        for (int i = 0; i < rows; i++) {
            labels[i] = task.target().label(products, i * subspace.size() + width);
        }
        noise.apply(chunk, labels, rows);
        return rows;
    }

    /** Q: rows x rank. */
    float[] coordinates() {
        return coordinates;
    }

    /** Q R: rows x (p + k), the pre-activations and the label's coordinates. */
    float[] products() {
        return products;
    }

    /** Labels with noise, -1 or +1. */
    float[] labels() {
        return labels;
    }
}
