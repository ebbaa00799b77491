package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.NormalRows;
import dev.polylog.trainer.random.Bartlett;
import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.random.StreamKey;

/**
 * Normal vectors, one a neuron: the two coordinates of the labels, and the others as many as there are neurons, turned so that
 * only their products are those of all d.
 *
 * @param dimension d, at least 3
 * @param width p, neurons
 */
record LimitRows(long dimension, int width) implements NormalRows {
    /** Coordinates of the labels. */
    static final int PLANE = 2;

    @Override
    public int columns() {
        return width + PLANE;
    }

    @Override
    public void draw(StreamKey key, long draw, float[] rows) {
        RandomStream stream = key.stream(Purpose.HIDDEN_WEIGHTS, draw);
        float[] plane = new float[PLANE * width];
        stream.normals(0, plane, plane.length);
        double[] others = new double[Math.multiplyExact(width, width)];
        int count = Bartlett.columns(width, dimension - PLANE);
        new Bartlett(stream, width).draw(1, width, dimension - PLANE, others);
        for (int j = 0; j < width; j++) {
            int from = j * columns();
            System.arraycopy(plane, PLANE * j, rows, from, PLANE);
            for (int c = 0; c < count; c++) {
                rows[from + PLANE + c] = (float) others[j * count + c];
            }
        }
    }

    /** Bytes that a start takes for a moment. */
    static double startBytes(double width) {
        return Float.BYTES * width * (width + 2 * PLANE) + Double.BYTES * width * width + Bartlett.bytes(width);
    }
}
