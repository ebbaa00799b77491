package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.optimizer.Recurrence;

/**
 * Vectors of the first layer in one subspace, coordinate by coordinate: velocities before weights. A span with dimensions outside
 * has room for one coordinate more, which is zero between steps.
 */
final class GramSpan {
    private final int from;
    private final int size;
    private final long outside;
    private final double scale;
    private final int vectors;
    private final double[][] columns;

    /**
     * @param from number of its first coordinate in the network
     * @param size its coordinates
     * @param outside dimensions beyond them
     * @param scale of what inputs have here
     * @param vectors velocities and weights
     */
    GramSpan(int from, int size, long outside, double scale, int vectors) {
        this.from = from;
        this.size = size;
        this.outside = outside;
        this.scale = scale;
        this.vectors = vectors;
        this.columns = new double[outside > 0 ? size + 1 : size][vectors];
    }

    /** Its number of coordinates. */
    int size() {
        return size;
    }

    /** Number of its first coordinate in the network. */
    int from() {
        return from;
    }

    /** Dimensions beyond it. */
    long outside() {
        return outside;
    }

    double scale() {
        return scale;
    }

    int vectors() {
        return vectors;
    }

    /** A coordinate of all vectors. The live array. */
    double[] column(int c) {
        return columns[c];
    }

    void read(TwoLayerNetwork network) {
        int width = network.width();
        int first = vectors - width;
        for (int c = 0; c < size; c++) {
            for (int j = 0; j < width; j++) {
                columns[c][first + j] = network.hiddenWeights()[j * network.d() + from + c];
            }
        }
        for (int c = 0; c < size && outside > 0; c++) {
            clear(c);
        }
    }

    /** Leaves no vector a part in a coordinate that would be the last of one which depends on those before it. */
    private void clear(int c) {
        double[] column = columns[c];
        for (int r = c + 1; r < vectors && column[c] == 0; r++) {
            double[] other = columns[r];
            double cosine = other[r];
            double sine = column[r];
            double length = Math.sqrt(cosine * cosine + sine * sine);
            for (int j = r; j < vectors && sine != 0; j++) {
                double here = column[j];
                double there = other[j];
                other[j] = (cosine * there + sine * here) / length;
                column[j] = j == r ? 0 : (cosine * here - sine * there) / length;
            }
        }
    }

    /** Rounds the weights for the network to show. */
    void show(TwoLayerNetwork network) {
        float[] shown = network.hiddenWeights();
        int width = network.width();
        int d = network.d();
        int first = vectors - width;
        for (int c = 0; c < size; c++) {
            double[] column = columns[c];
            for (int j = 0; j < width; j++) {
                shown[j * d + from + c] = (float) column[first + j];
            }
        }
    }

    /** Writes what inputs meet, row by row: a row is a coordinate of the weights. */
    void writeFactor(float[] factor, int stride, int width) {
        int first = vectors - width;
        for (int c = 0; c < size; c++) {
            double[] column = columns[c];
            int at = (from + c) * stride;
            for (int j = 0; j < width; j++) {
                factor[at + j] = (float) (scale * column[first + j]);
            }
        }
    }

    /** What a step does without a gradient: weights move by their velocities, which shrink. */
    void coast(Recurrence recurrence) {
        if (!recurrence.hasVelocity()) {
            return;
        }
        int width = vectors / 2;
        double rate = recurrence.velocityRate() * recurrence.keep();
        for (int c = 0; c < size; c++) {
            double[] column = columns[c];
            for (int j = 0; j < width; j++) {
                column[width + j] -= rate * column[j];
                column[j] *= recurrence.keep();
            }
        }
    }

    /**
     * Moves the vectors inside the span.
     *
     * @param push what a gradient of 1 does to each vector
     * @param gradient width x stride, of which the columns from {@code at} on are those of the span
     */
    void push(double[] push, double[] gradient, int stride, int at, int width) {
        for (int c = 0; c < size; c++) {
            double[] column = columns[c];
            for (int first = 0; first < vectors; first += width) {
                for (int j = 0; j < width; j++) {
                    column[first + j] += scale * push[first + j] * gradient[j * stride + at + c];
                }
            }
        }
    }
}
