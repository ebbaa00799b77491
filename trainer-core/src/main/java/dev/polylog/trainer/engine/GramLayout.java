package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.NormalRows;
import dev.polylog.trainer.optimizer.Recurrence;
import dev.polylog.trainer.random.Bartlett;
import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Eigenspaces;
import dev.polylog.trainer.task.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * The coordinates in which the {@link GramEngine} keeps vectors of the first layer: the special ones of {@link Eigenspaces}, then
 * for each eigenspace as many as there are vectors, or all of them where these are few.
 *
 * @param dimension d
 * @param width p, neurons
 * @param vectors first-layer weights, and velocities if there are any
 * @param special coordinates of the special subspace
 * @param spans of the eigenspaces, in order
 */
record GramLayout(long dimension, int width, int vectors, int special, List<Span> spans) implements NormalRows {
    /** An eigenspace of up to so many dimensions a vector is kept whole. */
    private static final int WHOLE = 2;

    /**
     * The part of an eigenspace that vectors span.
     *
     * @param columns its dimension
     * @param outside dimensions of the eigenspace beyond it, more than {@code columns}, or 0
     * @param scale root of the variance
     */
    record Span(int columns, long outside, double scale) {}

    static GramLayout of(Workload workload) {
        int width = workload.width();
        boolean hasVelocity = workload.training()
                .optimizer()
                .recurrence()
                .map(Recurrence::hasVelocity)
                .orElse(false);
        int vectors = hasVelocity ? Math.multiplyExact(2, width) : width;
        Eigenspaces eigenspaces = Eigenspaces.of(workload.task());
        List<Span> spans = new ArrayList<>();
        for (Level level : eigenspaces.outside()) {
            boolean isWhole = level.dimension() <= (long) WHOLE * vectors;
            int columns = isWhole ? Math.toIntExact(level.dimension()) : vectors;
            spans.add(new Span(columns, level.dimension() - columns, level.scale()));
        }
        return new GramLayout(workload.task().d(), width, vectors, eigenspaces.special(), spans);
    }

    @Override
    public int columns() {
        return Math.toIntExact(special + spans.stream().mapToLong(Span::columns).sum());
    }

    /** Whether some eigenspace has dimensions that are not kept. */
    boolean isOutside() {
        return spans.stream().anyMatch(span -> span.outside() > 0);
    }

    /** Normal vectors, turned within each eigenspace of which not all coordinates are kept. */
    @Override
    public void draw(StreamKey key, long draw, float[] rows) {
        RandomStream stream = key.stream(Purpose.HIDDEN_WEIGHTS, draw);
        float[] whole = new float[rows.length];
        stream.normals(0, whole, width * special);
        put(whole, special, rows, 0);
        Bartlett bartlett = new Bartlett(stream, width);
        double[] turned = new double[Math.multiplyExact(width, width)];
        int at = special;
        int chunk = 1;
        for (Span span : spans) {
            if (span.outside() == 0) {
                stream.normals(chunk, whole, width * span.columns());
                put(whole, span.columns(), rows, at);
            } else {
                bartlett.draw(chunk, width, span.columns() + span.outside(), turned);
                for (int i = 0; i < turned.length; i++) {
                    whole[i] = (float) turned[i];
                }
                // Where the vectors are triangular, the weights come after the velocities, which are zero.
                put(whole, width, rows, at + vectors - width);
            }
            at += span.columns();
            chunk += Bartlett.CHUNKS;
        }
    }

    /** Bytes that a start takes for a moment. */
    double startBytes() {
        double rows = (double) width * columns();
        return Float.BYTES * rows + Double.BYTES * (double) width * width + Bartlett.bytes(width);
    }

    private void put(float[] from, int columns, float[] rows, int at) {
        int stride = columns();
        for (int j = 0; j < width; j++) {
            System.arraycopy(from, j * columns, rows, j * stride + at, columns);
        }
    }
}
