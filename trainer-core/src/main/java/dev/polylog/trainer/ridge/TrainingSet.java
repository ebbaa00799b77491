package dev.polylog.trainer.ridge;

import java.util.Arrays;

/** The samples that have been seen, in their order. */
final class TrainingSet {
    private final int d;
    private float[] inputs = new float[0];
    private double[] labels = new double[0];
    private int size;

    TrainingSet(int d) {
        this.d = d;
    }

    void add(float[] newInputs, float[] newLabels, int rows) {
        int needed = Math.addExact(size, rows);
        if (needed > labels.length) {
            int capacity = (int) Math.min(Math.max(needed, size * 3L / 2), Integer.MAX_VALUE / d);
            inputs = Arrays.copyOf(inputs, Math.multiplyExact(Math.max(needed, capacity), d));
            labels = Arrays.copyOf(labels, inputs.length / d);
        }
        System.arraycopy(newInputs, 0, inputs, size * d, rows * d);
        for (int i = 0; i < rows; i++) {
            labels[size + i] = newLabels[i];
        }
        size = needed;
    }

    int size() {
        return size;
    }

    int d() {
        return d;
    }

    /** rows x d. */
    float[] inputs(int first, int rows) {
        return Arrays.copyOfRange(inputs, first * d, (first + rows) * d);
    }

    double label(int i) {
        return labels[i];
    }

    double[] labels() {
        return Arrays.copyOf(labels, size);
    }
}
