package dev.polylog.trainer.engine;

/**
 * Moves the vectors of a span by one sample after the other, in and out of it, and turns the coordinates so that the span holds
 * them again: O(p^2) a sample.
 *
 * <p>The vectors are lower triangular. A sample is a row x of coordinates, of which the last are new directions, and moves the
 * vectors by {@code u x}. Rotations of two neighbouring coordinates, from the last to the first, leave of x its first element
 * alone, and of the triangle one diagonal more; then x is taken up; and rotations from the first to the last coordinate take the
 * diagonal off again. Nothing but rotations touches the vectors, so rounding does not grow.
 *
 * <p>Reference: Golub and Van Loan, "Matrix computations", 4th edition, 2013, section 6.5.1.
 */
final class GramSweep {
    private final int vectors;
    private final int samples;
    private final double[][] coordinates;
    private double cosine;
    private double sine;

    GramSweep(int vectors, int samples) {
        this.vectors = vectors;
        this.samples = samples;
        this.coordinates = new double[samples][vectors + samples];
    }

    /** Bytes of a sweep. */
    static double bytes(double vectors, double samples) {
        return Double.BYTES * samples * (vectors + samples);
    }

    /**
     * Moves a span with dimensions outside.
     *
     * @param push what a gradient of 1 does to each vector
     * @param signals D: samples x width
     * @param drawn samples x stride, of which the columns of the span are its coordinates
     * @param outside triangle of the coordinates beyond the span: samples x samples
     */
    void sweep(
            GramSpan span, double[] push, double[] signals, int width, double[] drawn, int stride, double[] outside) {
        for (int i = 0; i < samples; i++) {
            System.arraycopy(drawn, i * stride + span.from(), coordinates[i], 0, vectors);
            System.arraycopy(outside, i * samples, coordinates[i], vectors, samples);
        }
        for (int i = 0; i < samples; i++) {
            gather(i);
            spread(span, i);
            double size = span.scale() * coordinates[i][0];
            double[] first = span.column(0);
            for (int from = 0; from < vectors; from += width) {
                for (int j = 0; j < width; j++) {
                    first[from + j] += push[from + j] * signals[i * width + j] * size;
                }
            }
            restore(span, i);
        }
    }

    /** Turns the new directions so that the sample has a part in the first of them only. */
    private void gather(int sample) {
        double[] x = coordinates[sample];
        for (int c = vectors + sample; c > vectors; c--) {
            choose(x[c - 1], x[c]);
            turnSamples(sample, c - 1);
        }
    }

    /** Turns the coordinates so that the sample has a part in the first of them only. */
    private void spread(GramSpan span, int sample) {
        double[] x = coordinates[sample];
        for (int c = vectors - 1; c >= 0; c--) {
            choose(x[c], x[c + 1]);
            turnSamples(sample, c);
            turn(span.column(c), span.column(c + 1), c);
        }
    }

    /** Turns the coordinates so that vector c has no part beyond coordinate c. */
    private void restore(GramSpan span, int sample) {
        for (int c = 0; c < vectors; c++) {
            double[] column = span.column(c);
            double[] next = span.column(c + 1);
            choose(column[c], next[c]);
            turnSamples(sample + 1, c);
            turn(column, next, c);
            next[c] = 0;
        }
    }

    /** The rotation that takes (a, b) to (r, 0). */
    private void choose(double a, double b) {
        double length = Math.sqrt(a * a + b * b);
        if (length == 0) {
            cosine = 1;
            sine = 0;
        } else {
            cosine = a / length;
            sine = b / length;
        }
    }

    private void turnSamples(int fromSample, int c) {
        for (int i = fromSample; i < samples; i++) {
            double[] x = coordinates[i];
            double one = x[c];
            double other = x[c + 1];
            x[c] = cosine * one + sine * other;
            x[c + 1] = cosine * other - sine * one;
        }
    }

    private void turn(double[] column, double[] next, int fromVector) {
        double c = cosine;
        double s = sine;
        for (int j = fromVector; j < column.length; j++) {
            double one = column[j];
            double other = next[j];
            column[j] = c * one + s * other;
            next[j] = c * other - s * one;
        }
    }
}
