package dev.polylog.trainer.engine;

import dev.polylog.trainer.linalg.Blas;
import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.ClusterCentres;
import dev.polylog.trainer.task.LabelNoise;
import dev.polylog.trainer.task.Task;
import dev.polylog.trainer.vector.Passes;

/**
 * Samples as labels and network see them, chunk by chunk: a row q of Q is standard normal, and {@code q R} holds the
 * pre-activations and the coordinates that the label depends on, with their joint law. Biases are added to the former, and
 * centres of clusters to both.
 */
final class ProjectedSamples implements SeenSamples {
    private static final int CHUNK_FLOATS = 1 << 16;
    private static final int MIN_ROWS = 64;
    private static final int MAX_ROWS = 2048;

    private final Task task;
    private final Sight sight;
    private final RandomStream stream;
    private final ClusterCentres centres;
    private final LabelNoise noise;
    private final int size;
    private final int rowsPerChunk;
    private final float[] drawn;
    private final float[] products;
    private final float[] labels;

    private ProjectedSamples(
            Task task, Sight sight, StreamKey key, Purpose inputs, Purpose clusters, int size, LabelNoise noise) {
        this.task = task;
        this.sight = sight;
        this.size = size;
        this.rowsPerChunk = rows(widest(sight), size);
        this.stream = key.stream(inputs, 0);
        this.centres = new ClusterCentres(task, key, clusters, rowsPerChunk);
        this.noise = noise;
        this.drawn = new float[rowsPerChunk * sight.mostRank() + Passes.LANES];
        this.products = new float[rowsPerChunk * sight.size() + Passes.LANES];
        this.labels = new float[rowsPerChunk];
    }

    static ProjectedSamples training(Task task, Sight sight, StreamKey key, int size) {
        int maxRows = rows(widest(sight), size);
        return new ProjectedSamples(
                task,
                sight,
                key,
                Purpose.PROJECTED_INPUTS,
                Purpose.TRAINING_CLUSTERS,
                size,
                LabelNoise.training(task, key, maxRows));
    }

    static ProjectedSamples test(Task task, Sight sight, StreamKey key, int size) {
        return new ProjectedSamples(
                task,
                sight,
                key,
                Purpose.PROJECTED_TEST_INPUTS,
                Purpose.TEST_CLUSTERS,
                size,
                LabelNoise.none(task, key));
    }

    private static int widest(Sight sight) {
        return Math.max(sight.size(), sight.mostRank());
    }

    /** Rows of a full chunk of at most {@code size} samples. */
    static int rows(int seen, long size) {
        return (int) Math.min(size, rowsPerChunk(seen));
    }

    /** Bytes of {@code size} samples. */
    static double bytes(int seen, long size) {
        return Float.BYTES * (double) rows(seen, size) * (2.0 * seen + 1);
    }

    static int rowsPerChunk(int seen) {
        return Math.max(MIN_ROWS, Math.min(MAX_ROWS, CHUNK_FLOATS / seen));
    }

    @Override
    public void moveTo(long step) {
        sight.refresh();
        stream.moveTo(step);
        centres.moveTo(step);
        noise.moveTo(step);
    }

    @Override
    public int size() {
        return size;
    }

    /** The largest number of rows that {@link #draw} returns. */
    int maxRows() {
        return rowsPerChunk;
    }

    @Override
    public int chunks() {
        return (size - 1) / rowsPerChunk + 1;
    }

    @Override
    public int draw(int chunk) {
        int rows = Math.min(rowsPerChunk, size - chunk * rowsPerChunk);
        int rank = sight.rank();
        stream.normals(chunk, drawn, rows * rank);
        Blas.multiply(drawn, sight.factor(), 0f, products, rows, rank, sight.size());
        addBiases(rows);
        centres.draw(chunk, rows);
        for (int i = 0; i < rows; i++) {
            if (centres.arePresent()) {
                addCentre(i);
                labels[i] = centres.label(i);
            } else {
                labels[i] = (float) task.target().value(products, i * stride() + width());
            }
        }
        noise.apply(chunk, labels, rows);
        return rows;
    }

    private void addBiases(int rows) {
        float[] biases = sight.biases();
        for (int i = 0; i < rows && biases.length > 0; i++) {
            int from = i * stride();
            for (int j = 0; j < biases.length; j++) {
                products[from + j] += biases[j];
            }
        }
    }

    private void addCentre(int i) {
        float c1 = centres.points()[2 * i];
        float c2 = centres.points()[2 * i + 1];
        float[] planar = sight.planar();
        int from = i * stride();
        for (int j = 0; j < width(); j++) {
            products[from + j] += c1 * planar[2 * j] + c2 * planar[2 * j + 1];
        }
        products[from + width()] += c1;
        products[from + width() + 1] += c2;
    }

    private int width() {
        return sight.size() - task.target().coordinates();
    }

    /** Q: rows x rank. */
    float[] drawn() {
        return drawn;
    }

    /** Whether samples have centres other than the origin. */
    boolean haveCentres() {
        return centres.arePresent();
    }

    /** C: rows x 2. */
    float[] centres() {
        return centres.points();
    }

    /** {@code Q R} with the centres: rows x (p + k), the pre-activations and the coordinates of the label. */
    @Override
    public float[] preActivations() {
        return products;
    }

    @Override
    public int stride() {
        return sight.size();
    }

    @Override
    public double coordinate(int row, int k) {
        return products[row * stride() + width() + k];
    }

    @Override
    public float[] labels() {
        return labels;
    }
}
