package dev.polylog.trainer.task;

import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.random.StreamKey;

/**
 * Minibatches from a fixed data set, the fresh samples of step 0 with their label noise. A minibatch as large as the data
 * set is the data set in its order; a smaller one is drawn from it with replacement.
 */
final class StoredSamples implements Samples {
    private final int d;
    private final int size;
    private final boolean isWhole;
    private final int datasetSize;
    private final int rowsPerChunk;
    private final RandomStream choiceStream;
    private final int[] words;
    private final float[] allInputs;
    private final float[] allLabels;
    private final float[] inputs;
    private final float[] labels;

    StoredSamples(Task task, StreamKey key, int size) {
        this.d = task.rowLength();
        this.size = size;
        this.datasetSize = task.datasetSize();
        this.isWhole = size == datasetSize;
        this.rowsPerChunk = Samples.rows(d, size);
        this.choiceStream = key.stream(Purpose.DATASET_CHOICE, 0);
        this.words = new int[rowsPerChunk];
        this.inputs = new float[Math.multiplyExact(rowsPerChunk, d)];
        this.labels = new float[rowsPerChunk];
        this.allInputs = new float[Math.multiplyExact(datasetSize, d)];
        this.allLabels = new float[datasetSize];
        fill(FreshSamples.training(task, key, datasetSize));
    }

    /** Bytes of the data set and of minibatches of {@code size}. */
    static double bytes(Task task, long size) {
        double rows = task.datasetSize() + (double) Samples.rows(task.d(), size);
        return Float.BYTES * rows * (task.d() + 1);
    }

    private void fill(FreshSamples fresh) {
        fresh.moveTo(0);
        for (int chunk = 0; chunk < fresh.chunks(); chunk++) {
            int from = chunk * fresh.maxRows();
            int rows = fresh.draw(chunk);
            System.arraycopy(fresh.inputs(), 0, allInputs, from * d, rows * d);
            System.arraycopy(fresh.labels(), 0, allLabels, from, rows);
        }
    }

    @Override
    public void moveTo(long step) {
        choiceStream.moveTo(step);
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
        if (!isWhole) {
            choiceStream.words(chunk, words, rows);
        }
        for (int row = 0; row < rows; row++) {
            int from = isWhole
                    ? chunk * rowsPerChunk + row
                    : (int) ((Integer.toUnsignedLong(words[row]) * datasetSize) >>> 32);
            System.arraycopy(allInputs, from * d, inputs, row * d, d);
            labels[row] = allLabels[from];
        }
        return rows;
    }

    @Override
    public float[] inputs() {
        return inputs;
    }

    @Override
    public float[] labels() {
        return labels;
    }
}
