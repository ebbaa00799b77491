package dev.polylog.trainer.engine;

import dev.polylog.trainer.linalg.Blas;
import dev.polylog.trainer.linalg.PivotedCholesky;
import dev.polylog.trainer.optimizer.Recurrence;
import dev.polylog.trainer.random.Bartlett;
import dev.polylog.trainer.random.Purpose;
import dev.polylog.trainer.random.RandomStream;
import dev.polylog.trainer.random.StreamKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Products of the vectors of a {@link GramWeights} with the weights as they were, in law and without any influence on the vectors.
 *
 * <p>Within a span the first weights have coordinates B, which follow from their products with the vectors, and outside of it a
 * Gram matrix is left. The new directions of a step are uniform outside; of their products with the first weights one draws
 * the q x p corner of q uniform orthonormal rows: normals G next to a Wishart matrix of the other dimensions, made orthonormal.
 */
final class GramFollower implements StartProducts {
    /** What is left of a first weight outside of a span, below this share of it, is rounding. */
    private static final double TOLERANCE = 0x1p-40;

    private final GramWeights weights;
    private final int width;
    private final int vectors;
    private final double[][] specialStart;
    private final List<Followed> followed = new ArrayList<>();
    private final RandomStream stream;
    private final Bartlett bartlett;
    private final float[] normals;
    private final double[] corner;
    private final double[] triangle;
    private final double[] square;
    private final double[] products;
    private final PivotedCholesky remainder;

    GramFollower(GramWeights weights, int width, int directions, StreamKey key) {
        this.weights = weights;
        this.width = width;
        this.vectors = weights.special().vectors();
        this.specialStart = copy(weights.special());
        for (GramSpan span : weights.spans()) {
            followed.add(new Followed(span));
        }
        this.stream = key.stream(Purpose.START_DIRECTIONS, 0);
        this.bartlett = new Bartlett(stream, directions);
        this.normals = new float[directions * width];
        this.corner = new double[directions * width];
        this.triangle = new double[directions * directions];
        this.square = new double[directions * directions];
        this.products = new double[directions * width];
        this.remainder = new PivotedCholesky(width, TOLERANCE);
    }

    private static double[][] copy(GramSpan span) {
        double[][] columns = new double[span.size()][];
        for (int c = 0; c < columns.length; c++) {
            columns[c] = span.column(c).clone();
        }
        return columns;
    }

    @Override
    public double product(int neuron) {
        int at = vectors - width + neuron;
        double sum = product(specialStart, weights.special(), at);
        for (Followed span : followed) {
            sum += span.product(neuron);
        }
        return sum;
    }

    private static double product(double[][] start, GramSpan span, int vector) {
        double sum = 0;
        for (int c = 0; c < start.length; c++) {
            sum += start[c][vector] * span.column(c)[vector];
        }
        return sum;
    }

    /**
     * Takes in what a step is about to do to a span with dimensions outside.
     *
     * @param number of the span
     * @param seen width x stride, the gradients inside
     * @param noise directions x width, the gradients in new directions
     */
    void follow(
            int number,
            long step,
            Recurrence recurrence,
            double[] push,
            double[] seen,
            int stride,
            double[] noise,
            int directions) {
        stream.moveTo(step);
        Followed span = followed.get(number);
        span.readCoordinates();
        drawCorner(number * 2 * Bartlett.CHUNKS, directions, span.span.outside());
        span.coast(recurrence);
        span.move(push, seen, stride, noise, directions);
    }

    /** Leaves the q x p corner of q uniform orthonormal rows of so many numbers. */
    private void drawCorner(int chunk, int directions, long outside) {
        stream.normals(chunk, normals, directions * width);
        for (int i = 0; i < directions * width; i++) {
            corner[i] = normals[i];
        }
        Arrays.fill(square, 0, directions * directions, 0);
        if (outside > width) {
            long rest = outside - width;
            bartlett.draw(chunk + 1, directions, rest, triangle);
            int columns = Bartlett.columns(directions, rest);
            Blas.multiplyTransposed(triangle, triangle, 0, square, directions, columns, directions);
        }
        Blas.multiplyTransposed(corner, corner, 1, square, directions, width, directions);
        for (int i = 0; i < directions; i++) {
            orthonormalize(i, directions);
        }
    }

    /** Row i of the inverse of the Cholesky factor of the square, times the corner; the factor replaces the square. */
    private void orthonormalize(int i, int directions) {
        for (int l = 0; l < i; l++) {
            double sum = square[i * directions + l];
            for (int k = 0; k < l; k++) {
                sum -= square[i * directions + k] * square[l * directions + k];
            }
            square[i * directions + l] = sum / square[l * directions + l];
        }
        double left = square[i * directions + i];
        for (int l = 0; l < i; l++) {
            double factor = square[i * directions + l];
            left -= factor * factor;
            for (int j = 0; j < width; j++) {
                corner[i * width + j] -= factor * corner[l * width + j];
            }
        }
        double root = Math.sqrt(left);
        square[i * directions + i] = root;
        for (int j = 0; j < width; j++) {
            corner[i * width + j] /= root;
        }
    }

    /** The first weights in a span, and their products with its vectors where its coordinates turn. */
    private final class Followed {
        private final GramSpan span;
        private final double[][] start;
        /** Products with the first weights: column by column of these, a number for each vector. */
        private final double[][] cross;

        private final double[] gram;
        private final double[] left;
        /** Coordinates of the first weights: column by column of the span, a number for each of them. */
        private final double[][] coordinates;

        Followed(GramSpan span) {
            boolean turns = span.outside() > 0;
            this.span = span;
            this.start = copy(span);
            this.cross = new double[turns ? width : 0][vectors];
            this.gram = new double[turns ? width * width : 0];
            this.left = new double[gram.length];
            this.coordinates = new double[turns ? vectors : 0][width];
            for (int j = 0; j < cross.length; j++) {
                for (double[] column : start) {
                    double first = column[vectors - width + j];
                    for (int i = 0; i < vectors; i++) {
                        cross[j][i] += first * column[i];
                    }
                    for (int i = 0; i < width; i++) {
                        gram[j * width + i] += first * column[vectors - width + i];
                    }
                }
            }
        }

        double product(int neuron) {
            int at = vectors - width + neuron;
            return cross.length == 0 ? GramFollower.product(start, span, at) : cross[neuron][at];
        }

        /**
         * Solves for the coordinates. A direction that no vector has has nothing of the first weights either. Where sweeps leave a
         * vector that depends on others no coordinate of its own, the first weights are lost, and products are no numbers.
         */
        void readCoordinates() {
            for (int c = 0; c < vectors; c++) {
                double[] column = span.column(c);
                double[] into = coordinates[c];
                for (int j = 0; j < width; j++) {
                    into[j] = cross[j][c];
                }
                for (int l = 0; l < c; l++) {
                    double factor = span.column(l)[c];
                    for (int j = 0; j < width && factor != 0; j++) {
                        into[j] -= factor * coordinates[l][j];
                    }
                }
                double absent = isEmpty(column) ? 0 : Double.NaN;
                for (int j = 0; j < width; j++) {
                    into[j] = column[c] == 0 ? absent : into[j] / column[c];
                }
            }
        }

        private boolean isEmpty(double[] column) {
            boolean isEmpty = true;
            for (double number : column) {
                isEmpty &= number == 0;
            }
            return isEmpty;
        }

        void coast(Recurrence recurrence) {
            double rate = recurrence.velocityRate() * recurrence.keep();
            for (int j = 0; j < width && recurrence.hasVelocity(); j++) {
                for (int i = 0; i < width; i++) {
                    cross[j][width + i] -= rate * cross[j][i];
                    cross[j][i] *= recurrence.keep();
                }
            }
        }

        void move(double[] push, double[] seen, int stride, double[] noise, int directions) {
            factorRemainder();
            // What the new directions have of the first weights: corner times the root of the remainder.
            Arrays.fill(products, 0, directions * width, 0);
            for (int i = 0; i < directions; i++) {
                for (int k = 0; k < remainder.rank(); k++) {
                    double factor = corner[i * width + k];
                    for (int j = 0; j < width; j++) {
                        products[i * width + j] += factor * remainder.at(j, k);
                    }
                }
            }
            for (int j = 0; j < width; j++) {
                for (int i = 0; i < vectors; i++) {
                    int neuron = i % width;
                    double sum = 0;
                    for (int c = 0; c < vectors; c++) {
                        sum += coordinates[c][j] * seen[neuron * stride + span.from() + c];
                    }
                    for (int q = 0; q < directions; q++) {
                        sum += products[q * width + j] * noise[q * width + neuron];
                    }
                    cross[j][i] += span.scale() * push[i] * sum;
                }
            }
        }

        /** The Gram matrix of what is outside of the span. */
        private void factorRemainder() {
            System.arraycopy(gram, 0, left, 0, gram.length);
            for (double[] column : coordinates) {
                for (int j = 0; j < width; j++) {
                    for (int i = 0; i <= j; i++) {
                        left[j * width + i] -= column[j] * column[i];
                    }
                }
            }
            for (int j = 0; j < width; j++) {
                if (left[j * width + j] <= TOLERANCE * gram[j * width + j]) {
                    left[j * width + j] = 0;
                }
            }
            remainder.factor(left);
        }
    }
}
