package dev.polylog.trainer.task;

import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.random.StreamKey;

/** Flips each label of a training minibatch with the same probability, chunk by chunk. */
public final class LabelNoise {
    private final RandomStream stream;
    private final long threshold;
    private final int[] words;

    /**
     * @param probability q; with 0 nothing is drawn
     * @param maxRows most labels in a chunk
     */
    public LabelNoise(StreamKey key, double probability, int maxRows) {
        this.stream = key.stream(Purpose.LABEL_NOISE, 0);
        this.threshold = (long) (probability * 0x1p32);
        this.words = new int[probability > 0 ? maxRows : 0];
    }

    /** Moves to the labels of a step. */
    public void moveTo(long step) {
        stream.moveTo(step);
    }

    /** Flips labels of {@code labels[0 .. rows)}. */
    public void apply(int chunk, float[] labels, int rows) {
        if (words.length == 0) {
            return;
        }
        stream.words(chunk, words, rows);
        for (int i = 0; i < rows; i++) {
            if (Integer.toUnsignedLong(words[i]) < threshold) {
                labels[i] = -labels[i];
            }
        }
    }
}
