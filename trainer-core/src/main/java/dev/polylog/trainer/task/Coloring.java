package dev.polylog.trainer.task;

import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.StreamKey;
import org.jspecify.annotations.Nullable;

/**
 * From what a law draws to an input: {@code x = O (c + A z)}, with z of identity covariance, {@code A = sigma V S V'}
 * symmetric, c the centre of a cluster or zero, and O the basis. Labels depend on the leading coordinates of
 * {@code c + A z}, the input in the axes of the labels.
 *
 * <p>S is the root of the covariance in its eigenbasis, or on the axes; V turns that against the labels. Not thread-safe.
 */
public final class Coloring {
    private final SquareRoot root;
    private final @Nullable Rotation eigenbasis;
    private final @Nullable Rotation basis;

    private Coloring(SquareRoot root, @Nullable Rotation eigenbasis, @Nullable Rotation basis) {
        this.root = root;
        this.eigenbasis = eigenbasis;
        this.basis = basis;
    }

    /** That of a task; its rotations are drawn from the run's own stream. */
    static Coloring of(Task task, StreamKey key) {
        return new Coloring(
                task.covarianceRoot(),
                rotation(task.turnsCovariance(), task, key, Purpose.EIGENBASIS),
                rotation(task.basis() == Basis.ROTATED, task, key, Purpose.BASIS));
    }

    /** Bytes of the coloring of a task, and of what its rotations are made from. */
    public static double bytes(Task task) {
        int rotations = (task.basis() == Basis.ROTATED ? 1 : 0) + (task.turnsCovariance() ? 1 : 0);
        return Float.BYTES * (double) task.d()
                + rotations * Rotation.bytes(task.target().coordinates(), (double) task.d());
    }

    private static @Nullable Rotation rotation(boolean turns, Task task, StreamKey key, Purpose purpose) {
        return turns ? Rotation.draw(key.stream(purpose, 0), task.target().coordinates(), task.rowLength()) : null;
    }

    /** Whether A and O are the identity, so that x = c + z. */
    public boolean isIdentity() {
        return root.isIdentity() && basis == null;
    }

    /** Whether O is not the identity. */
    public boolean isRotated() {
        return basis != null;
    }

    /** Replaces each row z by A z; {@code rows: count x d}. */
    public void color(float[] rows, int count) {
        if (root.isIdentity()) {
            return;
        }
        if (eigenbasis != null) {
            eigenbasis.applyInverse(rows, count);
        }
        root.apply(rows, count);
        if (eigenbasis != null) {
            eigenbasis.apply(rows, count);
        }
    }

    /** From the axes of the labels to those of the inputs: replaces each row by O times it. */
    public void rotate(float[] rows, int count) {
        if (basis != null) {
            basis.apply(rows, count);
        }
    }

    /** From the axes of the inputs to those of the labels: replaces each row by O' times it. */
    public void unrotate(float[] rows, int count) {
        if (basis != null) {
            basis.applyInverse(rows, count);
        }
    }
}
