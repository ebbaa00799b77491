package dev.polylog.trainer.task;

import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.random.StreamKey;

/**
 * The noise on the labels of a training minibatch, chunk by chunk: each is flipped with the same probability where they are
 * classes, and normal noise is added where they are real. Labels leave as the task codes them.
 */
public final class LabelNoise {
    private final Labels labels;
    private final RandomStream flipStream;
    private final RandomStream noiseStream;
    private final long threshold;
    private final double deviation;
    private final int[] words;
    private final float[] normals;

    private LabelNoise(Labels labels, StreamKey key, double probability, double deviation, int maxRows) {
        this.labels = labels;
        this.flipStream = key.stream(Purpose.LABEL_NOISE, 0);
        this.noiseStream = key.stream(Purpose.TARGET_NOISE, 0);
        this.threshold = (long) (probability * 0x1p32);
        this.deviation = deviation;
        this.words = new int[probability > 0 ? maxRows : 0];
        this.normals = new float[deviation > 0 ? maxRows : 0];
    }

    /**
     * That of a task.
     *
     * @param maxRows most labels in a chunk
     */
    public static LabelNoise training(Task task, StreamKey key, int maxRows) {
        return new LabelNoise(task.labels(), key, task.labelNoise(), task.targetNoise(), maxRows);
    }

    /** None: test labels are clean. */
    public static LabelNoise none(Task task, StreamKey key) {
        return new LabelNoise(task.labels(), key, 0, 0, 0);
    }

    /** Moves to the labels of a step. */
    public void moveTo(long step) {
        flipStream.moveTo(step);
        noiseStream.moveTo(step);
    }

    /** Turns values of the hidden function, {@code values[0 .. rows)}, into labels. */
    public void apply(int chunk, float[] values, int rows) {
        if (words.length > 0) {
            flip(chunk, values, rows);
        }
        if (normals.length > 0) {
            noiseStream.normals(chunk, normals, rows);
            for (int i = 0; i < rows; i++) {
                values[i] = (float) (values[i] + deviation * normals[i]);
            }
        }
        labels.encode(values, rows);
    }

    private void flip(int chunk, float[] values, int rows) {
        flipStream.words(chunk, words, rows);
        for (int i = 0; i < rows; i++) {
            if (Integer.toUnsignedLong(words[i]) < threshold) {
                values[i] = -values[i];
            }
        }
    }
}
