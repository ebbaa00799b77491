package dev.polylog.trainer.task;

import dev.polylog.trainer.random.RandomStream;
import java.util.List;

/**
 * The law of an input x in R^d, or of the noise around the centres of clusters. Every law has mean zero and, before a task
 * applies another, identity covariance; the four points have it in their plane.
 */
public sealed interface InputLaw
        permits InputLaw.Gaussian,
                InputLaw.BooleanCube,
                InputLaw.Clusters,
                InputLaw.Sphere,
                InputLaw.Uniform,
                InputLaw.FourPoints {

    /** All laws; the registry of sweep files. */
    static List<InputLaw> all() {
        return List.of(
                new Gaussian(), new BooleanCube(), new Clusters(), new Sphere(), new Uniform(), new FourPoints());
    }

    /**
     * Draws the inputs of one chunk of a sample.
     *
     * @param first number of the first of them among all samples of the run
     * @param inputs rows x d, row-major, overwritten
     * @param scratch at least {@link #scratchWords(int, long)} words
     */
    void draw(RandomStream stream, int chunk, long first, float[] inputs, int rows, int d, int[] scratch);

    /** Random words that {@link #draw} needs room for. */
    default long scratchWords(int rows, long d) {
        return 0;
    }

    /** Whether the law is normal, given the centre: then it may have any covariance, and the projected engine serves it. */
    default boolean isNormal() {
        return false;
    }

    /** Whether inputs have a density, and labels of their own: those of clusters have the labels of their centres. */
    default boolean reachesBoundary() {
        return false;
    }

    /** {@code x ~ N(0, I)}; a task may give it another covariance. */
    record Gaussian() implements InputLaw {
        @Override
        public void draw(RandomStream stream, int chunk, long first, float[] inputs, int rows, int d, int[] scratch) {
            stream.normals(chunk, inputs, rows * d);
        }

        @Override
        public boolean isNormal() {
            return true;
        }

        @Override
        public boolean reachesBoundary() {
            return true;
        }

        @Override
        public String toString() {
            return "gaussian";
        }
    }

    /**
     * {@code x = c + sigma g}: c one of the four {@code +-mu1, +-mu2} with equal chances, g standard normal. The label is
     * that of the centre. What is drawn here is g.
     */
    record Clusters() implements InputLaw {
        @Override
        public void draw(RandomStream stream, int chunk, long first, float[] inputs, int rows, int d, int[] scratch) {
            stream.normals(chunk, inputs, rows * d);
        }

        @Override
        public boolean isNormal() {
            return true;
        }

        @Override
        public String toString() {
            return "clusters";
        }
    }

    /** {@code x} uniform on {-1, +1}^d: coordinate k of a row is bit k mod 32 of the row's word k / 32, 1 meaning +1. */
    record BooleanCube() implements InputLaw {
        @Override
        public void draw(RandomStream stream, int chunk, long first, float[] inputs, int rows, int d, int[] scratch) {
            int wordsPerRow = (int) wordsPerRow(d);
            stream.words(chunk, scratch, rows * wordsPerRow);
            for (int row = 0; row < rows; row++) {
                for (int k = 0; k < d; k++) {
                    int bit = scratch[row * wordsPerRow + (k >>> 5)] >>> k & 1;
                    inputs[row * d + k] = 2 * bit - 1;
                }
            }
        }

        @Override
        public long scratchWords(int rows, long d) {
            return rows * wordsPerRow(d);
        }

        static long wordsPerRow(long d) {
            return (d + 31) / 32;
        }

        @Override
        public String toString() {
            return "boolean";
        }
    }

    /** {@code x} uniform on the sphere of radius sqrt(d): a normal vector, brought to that length. */
    record Sphere() implements InputLaw {
        @Override
        public void draw(RandomStream stream, int chunk, long first, float[] inputs, int rows, int d, int[] scratch) {
            stream.normals(chunk, inputs, rows * d);
            for (int row = 0; row < rows; row++) {
                int from = row * d;
                double square = 0;
                for (int k = from; k < from + d; k++) {
                    square += (double) inputs[k] * inputs[k];
                }
                float scale = (float) Math.sqrt(d / square);
                for (int k = from; k < from + d; k++) {
                    inputs[k] *= scale;
                }
            }
        }

        @Override
        public boolean reachesBoundary() {
            return true;
        }

        @Override
        public String toString() {
            return "sphere";
        }
    }

    /** Coordinates independent and uniform on {@code [-sqrt(3), sqrt(3)]}, which has variance 1. */
    record Uniform() implements InputLaw {
        /** Odd words are symmetric about zero and never zero. */
        private static final float SCALE = (float) (Math.sqrt(3) / (1L << 31));

        @Override
        public void draw(RandomStream stream, int chunk, long first, float[] inputs, int rows, int d, int[] scratch) {
            int count = rows * d;
            stream.words(chunk, scratch, count);
            for (int k = 0; k < count; k++) {
                inputs[k] = (scratch[k] | 1) * SCALE;
            }
        }

        @Override
        public long scratchWords(int rows, long d) {
            return rows * d;
        }

        @Override
        public boolean reachesBoundary() {
            return true;
        }

        @Override
        public String toString() {
            return "uniform";
        }
    }

    /**
     * The four points {@code (+-1, +-1)} in turn, every other coordinate zero; nothing is random. A minibatch of a multiple
     * of four holds each equally often.
     */
    record FourPoints() implements InputLaw {
        /** Number of points. */
        public static final int COUNT = 4;

        /** First coordinate of point 0 to 3. */
        public static int x1(int point) {
            return (point & 1) == 0 ? -1 : 1;
        }

        /** Second coordinate of point 0 to 3. */
        public static int x2(int point) {
            return (point & 2) == 0 ? -1 : 1;
        }

        @Override
        public void draw(RandomStream stream, int chunk, long first, float[] inputs, int rows, int d, int[] scratch) {
            for (int row = 0; row < rows; row++) {
                int point = (int) (first + row & COUNT - 1);
                int from = row * d;
                for (int k = from; k < from + d; k++) {
                    inputs[k] = 0;
                }
                inputs[from] = x1(point);
                inputs[from + 1] = x2(point);
            }
        }

        @Override
        public String toString() {
            return "four-points";
        }
    }
}
