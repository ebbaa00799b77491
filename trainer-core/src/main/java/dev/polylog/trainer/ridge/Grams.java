package dev.polylog.trainer.ridge;

import dev.polylog.trainer.linalg.Blas;
import dev.polylog.trainer.linalg.LowerTriangle;
import java.util.Arrays;

/** The matrices of normal equations. Sums are in double precision; the memory for features is that of a few blocks. */
final class Grams {
    /** Rows that are worked on at a time. */
    static final int ROWS = LowerTriangle.BLOCK;

    private Grams() {}

    /** The kernel of all pairs of samples: n x n. */
    static LowerTriangle ofSamples(ArcCosineKernel kernel, TrainingSet samples) {
        LowerTriangle gram = new LowerTriangle(samples.size());
        for (int row = 0; row < gram.blocks(); row++) {
            KernelRows rows = KernelRows.of(kernel, samples, gram.first(row), gram.rows(row));
            for (int column = 0; column <= row; column++) {
                KernelRows others =
                        column == row ? rows : KernelRows.of(kernel, samples, gram.first(column), gram.rows(column));
                rows.write(others, gram.block(row), gram.first(column), gram.stride(row));
            }
        }
        return gram;
    }

    /** {@code Phi Phi'}, the products of the features of all pairs of samples: n x n. */
    static LowerTriangle ofSamples(RandomFeatures features, TrainingSet samples) {
        LowerTriangle gram = new LowerTriangle(samples.size());
        double[][] phi = new double[gram.blocks()][];
        for (int first = 0; first < features.width(); first += ROWS) {
            int count = Math.min(ROWS, features.width() - first);
            for (int row = 0; row < gram.blocks(); row++) {
                phi[row] = new double[gram.rows(row) * count];
                features.write(samples.inputs(gram.first(row), gram.rows(row)), gram.rows(row), first, count, phi[row]);
            }
            for (int row = 0; row < gram.blocks(); row++) {
                for (int column = 0; column <= row; column++) {
                    Blas.addProduct(
                            phi[row],
                            phi[column],
                            gram.block(row),
                            gram.first(column),
                            gram.stride(row),
                            gram.rows(row),
                            count,
                            gram.rows(column));
                }
            }
        }
        return gram;
    }

    /** {@code Phi'Phi}: p x p. */
    static LowerTriangle ofFeatures(RandomFeatures features, TrainingSet samples) {
        LowerTriangle square = new LowerTriangle(features.width());
        double[][] transposed = new double[square.blocks()][];
        for (int first = 0; first < samples.size(); first += ROWS) {
            int rows = Math.min(ROWS, samples.size() - first);
            float[] inputs = samples.inputs(first, rows);
            for (int row = 0; row < square.blocks(); row++) {
                double[] phi = new double[rows * square.rows(row)];
                features.write(inputs, rows, square.first(row), square.rows(row), phi);
                transposed[row] = transposed(phi, rows, square.rows(row));
            }
            for (int row = 0; row < square.blocks(); row++) {
                for (int column = 0; column <= row; column++) {
                    Blas.addProduct(
                            transposed[row],
                            transposed[column],
                            square.block(row),
                            square.first(column),
                            square.stride(row),
                            square.rows(row),
                            rows,
                            square.rows(column));
                }
            }
        }
        return square;
    }

    /** {@code Phi'y}: p. */
    static double[] products(RandomFeatures features, TrainingSet samples) {
        return combination(features, samples, samples.labels());
    }

    /** {@code Phi'a}, the features of the samples in a linear combination: p. */
    static double[] combination(RandomFeatures features, TrainingSet samples, double[] a) {
        int p = features.width();
        double[] sum = new double[p];
        double[] phi = new double[ROWS * p];
        for (int first = 0; first < samples.size(); first += ROWS) {
            int rows = Math.min(ROWS, samples.size() - first);
            features.write(samples.inputs(first, rows), rows, 0, p, phi);
            double[] some = Arrays.copyOfRange(a, first, first + rows);
            Blas.multiply(some, phi, 1, sum, 1, rows, p);
        }
        return sum;
    }

    private static double[] transposed(double[] a, int rows, int columns) {
        double[] t = new double[a.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                t[j * rows + i] = a[i * columns + j];
            }
        }
        return t;
    }
}
