package dev.polylog.trainer.task;

import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.random.StreamKey;
import java.util.Optional;

/** Flips each label of the training samples with a fixed probability. */
final class LabelNoise {
    private final RandomStream stream;
    private final long threshold;
    private final int[] words;

    private LabelNoise(RandomStream stream, double probability, int maxRows) {
        this.stream = stream;
        this.threshold = (long) (probability * 0x1p32);
        this.words = new int[maxRows];
    }

    /** The noise of a task, absent if its labels are clean. */
    static Optional<LabelNoise> of(Task task, StreamKey key, int maxRows) {
        return task.labelNoise() > 0
                ? Optional.of(new LabelNoise(key.stream(Purpose.LABEL_NOISE, 0), task.labelNoise(), maxRows))
                : Optional.empty();
    }

    void moveTo(long step) {
        stream.moveTo(step);
    }

    /** Flips labels of one chunk, which stand from {@code from} on. */
    void flip(int chunk, float[] labels, int from, int rows) {
        stream.words(chunk, words, rows);
        for (int i = 0; i < rows; i++) {
            if (Integer.toUnsignedLong(words[i]) < threshold) {
                labels[from + i] = -labels[from + i];
            }
        }
    }
}
