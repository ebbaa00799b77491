package dev.polylog.trainer.task;

import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.random.StreamKey;

/** Samples that no step has seen before. */
public final class FreshSamples implements Samples {
    private final Task task;
    private final int d;
    private final Coloring coloring;
    private final RandomStream inputStream;
    private final ClusterCentres centres;
    private final LabelNoise noise;
    private final int size;
    private final int rowsPerChunk;
    private final float[] inputs;
    private final float[] coordinates;
    private final float[] labels;
    private final int[] scratch;
    private long step;

    private FreshSamples(Task task, StreamKey key, Purpose inputs, Purpose clusters, int size, LabelNoise noise) {
        this.task = task;
        this.d = task.rowLength();
        this.coloring = task.coloring(key);
        this.inputStream = key.stream(inputs, 0);
        this.size = size;
        this.rowsPerChunk = Samples.rows(d, size);
        this.centres = new ClusterCentres(task, key, clusters, rowsPerChunk);
        this.noise = noise;
        this.inputs = new float[Math.multiplyExact(rowsPerChunk, d)];
        this.coordinates = new float[rowsPerChunk * task.target().coordinates()];
        this.labels = new float[rowsPerChunk];
        this.scratch = new int[Math.toIntExact(task.inputs().scratchWords(rowsPerChunk, d))];
    }

    /** Bytes of {@code size} samples. */
    public static double bytes(Task task, long size) {
        double rows = Samples.rows(task.d(), size);
        double ofRow = task.d() + task.target().coordinates() + 1;
        double scratch = task.inputs().scratchWords(1, task.d());
        return Float.BYTES * rows * (ofRow + scratch) + Coloring.bytes(task);
    }

    static FreshSamples training(Task task, StreamKey key, int size) {
        int maxRows = Samples.rows(task.d(), size);
        return new FreshSamples(
                task,
                key,
                Purpose.TRAINING_INPUTS,
                Purpose.TRAINING_CLUSTERS,
                size,
                LabelNoise.training(task, key, maxRows));
    }

    static FreshSamples test(Task task, StreamKey key, int size) {
        return new FreshSamples(
                task, key, Purpose.TEST_INPUTS, Purpose.TEST_CLUSTERS, size, LabelNoise.none(task, key));
    }

    @Override
    public void moveTo(long newStep) {
        step = newStep;
        inputStream.moveTo(newStep);
        centres.moveTo(newStep);
        noise.moveTo(newStep);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public int maxRows() {
        return rowsPerChunk;
    }

    @Override
    public int draw(int chunk) {
        int rows = Math.min(rowsPerChunk, size - chunk * rowsPerChunk);
        // Steps count from 1, so the first sample of the first step is number 0; what is tested at step 0 is not
        // trained on.
        long first = Math.max(0, step - 1) * size + (long) chunk * rowsPerChunk;
        task.inputs().draw(inputStream, chunk, first, inputs, rows, d, scratch);
        coloring.color(inputs, rows);
        centres.draw(chunk, rows);
        for (int i = 0; i < rows; i++) {
            label(i);
        }
        coloring.rotate(inputs, rows);
        noise.apply(chunk, labels, rows);
        return rows;
    }

    private void label(int i) {
        int from = i * d;
        if (centres.arePresent()) {
            inputs[from] += centres.points()[2 * i];
            inputs[from + 1] += centres.points()[2 * i + 1];
            labels[i] = centres.label(i);
        } else {
            labels[i] = (float) task.target().value(inputs, from);
        }
        int k = task.target().coordinates();
        for (int c = 0; c < k; c++) {
            coordinates[i * k + c] = inputs[from + c];
        }
    }

    @Override
    public float[] inputs() {
        return inputs;
    }

    /** Coordinates of the chunk drawn last that labels depend on, in the axes of the labels: rows x k. */
    public float[] coordinates() {
        return coordinates;
    }

    @Override
    public float[] labels() {
        return labels;
    }
}
