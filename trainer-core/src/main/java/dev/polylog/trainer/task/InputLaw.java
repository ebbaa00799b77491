package dev.polylog.trainer.task;

import dev.polylog.trainer.random.RandomStream;

/** The law of an input x in R^d. Every law has mean zero and, before a task applies another, identity covariance. */
public sealed interface InputLaw permits InputLaw.Gaussian, InputLaw.BooleanCube {

    /**
     * Draws the inputs of one chunk of a sample.
     *
     * @param inputs rows x d, row-major, overwritten
     * @param scratch at least {@link #scratchWords(int, int)} words
     */
    void draw(RandomStream stream, int chunk, float[] inputs, int rows, int d, int[] scratch);

    /** Random words that {@link #draw} needs room for. */
    int scratchWords(int rows, int d);

    /** {@code x ~ N(0, I)}; a task may give it another covariance. */
    record Gaussian() implements InputLaw {
        @Override
        public void draw(RandomStream stream, int chunk, float[] inputs, int rows, int d, int[] scratch) {
            stream.normals(chunk, inputs, rows * d);
        }

        @Override
        public int scratchWords(int rows, int d) {
            return 0;
        }

        @Override
        public String toString() {
            return "gaussian";
        }
    }

    /** {@code x} uniform on {-1, +1}^d: coordinate k of a row is bit k mod 32 of the row's word k / 32, 1 meaning +1. */
    record BooleanCube() implements InputLaw {
        @Override
        public void draw(RandomStream stream, int chunk, float[] inputs, int rows, int d, int[] scratch) {
            int wordsPerRow = wordsPerRow(d);
            stream.words(chunk, scratch, rows * wordsPerRow);
            for (int row = 0; row < rows; row++) {
                for (int k = 0; k < d; k++) {
                    int bit = scratch[row * wordsPerRow + (k >>> 5)] >>> k & 1;
                    inputs[row * d + k] = 2 * bit - 1;
                }
            }
        }

        @Override
        public int scratchWords(int rows, int d) {
            return rows * wordsPerRow(d);
        }

        static int wordsPerRow(int d) {
            return (d + 31) / 32;
        }

        @Override
        public String toString() {
            return "boolean";
        }
    }
}
