package dev.polylog.trainer.network;

import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.StreamKey;

/**
 * Standard normal vectors of which an {@link Initialization} makes the first layer, one a neuron. They may be shown in fewer
 * coordinates than they have, as long as these give the products of any two.
 */
public interface NormalRows {
    /** d, of the vectors. */
    long dimension();

    /** Numbers that show one. */
    int columns();

    /**
     * Draws the vectors.
     *
     * @param draw number of the draw, from 0
     * @param rows overwritten: one row of {@link #columns} numbers for each vector
     */
    void draw(StreamKey key, long draw, float[] rows);

    /** All of their coordinates. */
    static NormalRows ofDimension(long d) {
        return new NormalRows() {
            @Override
            public long dimension() {
                return d;
            }

            @Override
            public int columns() {
                return Math.toIntExact(d);
            }

            @Override
            public void draw(StreamKey key, long draw, float[] rows) {
                key.stream(Purpose.HIDDEN_WEIGHTS, draw).normals(0, rows, rows.length);
            }
        };
    }
}
