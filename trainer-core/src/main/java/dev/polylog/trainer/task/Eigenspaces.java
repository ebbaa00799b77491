package dev.polylog.trainer.task;

import dev.polylog.trainer.random.Bartlett;
import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.random.StreamKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Normal inputs {@code c + A z} in the axes of the labels, up to rotations that neither labels nor covariance notice.
 *
 * <p>A <em>special</em> subspace holds the axes of the labels and the plane of the centres, and A maps it to itself; outside of it A
 * is one number on each of a few eigenspaces. For an equicorrelated root the subspace holds the direction of all ones too, and
 * for eigenvectors that are turned, the parts of their directions in each eigenspace. What is drawn of them is what these
 * coordinates show: nothing of length d exists.
 */
public final class Eigenspaces {
    /** Axes that observables name, although a label may depend on the first alone. */
    private static final int LEAST_AXES = 2;

    private final Task task;
    private final Levels levels;
    private final boolean haveOnes;
    private final int axes;
    private final List<Level> outside;
    private final int dimension;

    private Eigenspaces(Task task, Levels levels) {
        this.task = task;
        this.levels = levels;
        this.axes = Math.max(LEAST_AXES, task.target().coordinates());
        this.haveOnes = levels.shift() != 0 && task.d() > axes;
        this.outside = new ArrayList<>();
        int special = axes + (haveOnes ? 1 : 0);
        for (Level level : levels.after(axes)) {
            long free = level.dimension() - (haveOnes ? 1 : 0);
            int taken = turned(free);
            special += taken;
            if (free > taken) {
                outside.add(new Level(free - taken, level.scale()));
            }
        }
        this.dimension = special;
    }

    /**
     * Those of a task.
     *
     * @throws java.util.NoSuchElementException unless it has {@link #areFew few}
     */
    public static Eigenspaces of(Task task) {
        return new Eigenspaces(task, task.covarianceLevels().orElseThrow());
    }

    /** Whether a task has normal inputs with few eigenspaces. */
    public static boolean areFew(Task task) {
        return task.inputs().isNormal() && task.covarianceLevels().isPresent();
    }

    /** Directions of turned eigenvectors that a space of some dimension has. */
    private int turned(long free) {
        return task.turnsCovariance() ? Bartlett.columns(task.target().coordinates(), free) : 0;
    }

    /** Coordinates of the special subspace, those of the labels first. */
    public int special() {
        return dimension;
    }

    /** The eigenspaces outside of it, of dimensions of at least 1. */
    public List<Level> outside() {
        return List.copyOf(outside);
    }

    /** A on the special subspace, symmetric: special x special, row-major. */
    public double[] root(StreamKey key) {
        double[] scales = Arrays.copyOf(levels.first(axes), dimension);
        double[] ones = new double[dimension];
        Arrays.fill(ones, 0, axes, 1);
        int at = axes;
        for (Level level : levels.after(axes)) {
            if (haveOnes) {
                ones[at] = Math.sqrt((double) level.dimension());
                scales[at++] = level.scale();
            }
            int taken = turned(level.dimension() - (haveOnes ? 1 : 0));
            Arrays.fill(scales, at, at + taken, level.scale());
            at += taken;
        }
        double[] root = new double[dimension * dimension];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                root[i * dimension + j] = levels.shift() * ones[i] * ones[j] + (i == j ? scales[i] : 0);
            }
        }
        return task.turnsCovariance() ? turned(root, Rotation.toward(eigenvectors(key), dimension)) : root;
    }

    /** {@code V S V'}, made symmetric to the last bit. */
    private double[] turned(double[] root, Rotation eigenbasis) {
        float[] rows = new float[root.length];
        for (int i = 0; i < dimension; i++) {
            rows[i * dimension + i] = 1;
        }
        eigenbasis.applyInverse(rows, dimension);
        float[] scaled = new float[root.length];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                double sum = 0;
                for (int l = 0; l < dimension; l++) {
                    sum += rows[i * dimension + l] * root[l * dimension + j];
                }
                scaled[i * dimension + j] = (float) sum;
            }
        }
        eigenbasis.apply(scaled, dimension);
        double[] turned = new double[root.length];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                turned[i * dimension + j] = ((double) scaled[i * dimension + j] + scaled[j * dimension + i]) / 2;
            }
        }
        return turned;
    }

    /** Normal vectors, one for each coordinate of the label, as these coordinates show them. */
    private double[][] eigenvectors(StreamKey key) {
        int k = task.target().coordinates();
        int shown = axes + (haveOnes ? 1 : 0);
        RandomStream stream = key.stream(Purpose.EIGENBASIS, 0);
        float[] drawn = new float[k * shown];
        stream.normals(0, drawn, drawn.length);
        double[][] vectors = new double[k][dimension];
        for (int i = 0; i < k; i++) {
            for (int c = 0; c < shown; c++) {
                vectors[i][c] = drawn[i * shown + c];
            }
        }
        Bartlett bartlett = new Bartlett(stream, k);
        int chunk = 1;
        int at = shown;
        for (Level level : levels.after(axes)) {
            long free = level.dimension() - (haveOnes ? 1 : 0);
            int columns = turned(free);
            if (columns > 0) {
                double[] turned = new double[k * columns];
                bartlett.draw(chunk, k, free, turned);
                for (int i = 0; i < k; i++) {
                    System.arraycopy(turned, i * columns, vectors[i], at, columns);
                }
            }
            at += columns;
            chunk += Bartlett.CHUNKS;
        }
        return vectors;
    }
}
