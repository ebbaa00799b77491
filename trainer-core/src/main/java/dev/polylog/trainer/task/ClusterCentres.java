package dev.polylog.trainer.task;

import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.random.StreamKey;

/**
 * The centres of the samples of a minibatch: one of {@code +-mu1 = +-(1, -1)} and {@code +-mu2 = +-(1, 1)} each, in the
 * plane of the label, or the origin where the law has no clusters.
 */
public final class ClusterCentres {
    private final RandomStream stream;
    private final TargetFunction target;
    private final boolean arePresent;
    private final int[] words;
    private final float[] points;

    /**
     * @param purpose what the samples are for
     * @param maxRows most samples in a chunk
     */
    public ClusterCentres(Task task, StreamKey key, Purpose purpose, int maxRows) {
        this.stream = key.stream(purpose, 0);
        this.target = task.target();
        this.arePresent = task.inputs() instanceof InputLaw.Clusters;
        this.words = new int[arePresent ? maxRows : 0];
        this.points = new float[arePresent ? 2 * maxRows : 0];
    }

    /** Whether the law has clusters. */
    public boolean arePresent() {
        return arePresent;
    }

    /** Moves to the samples of a step. */
    public void moveTo(long step) {
        stream.moveTo(step);
    }

    /** Draws the centres of a chunk; without clusters, nothing. */
    public void draw(int chunk, int rows) {
        if (!arePresent) {
            return;
        }
        stream.words(chunk, words, rows);
        for (int row = 0; row < rows; row++) {
            points[2 * row] = words[row] < 0 ? -1 : 1;
            points[2 * row + 1] = (words[row] & 1) == 0 ? -1 : 1;
        }
    }

    /** Centres of the chunk drawn last: rows x 2. */
    public float[] points() {
        return points;
    }

    /** The label of the centre of a sample. */
    public float label(int row) {
        return (float) target.value(points, 2 * row);
    }
}
