package dev.polylog.trainer.task;

import dev.polylog.trainer.linalg.Blas;
import dev.polylog.trainer.random.RandomStream;

/**
 * An orthogonal matrix Q that takes each of the first k axes to a random direction, a product of k Householder reflections:
 * {@code Q e_i = u_i} with {@code u_1 .. u_k} orthonormal and uniform. Applying it costs O(k d), and it is never stored as
 * a matrix.
 *
 * <p>In the compact form {@code Q = I - V'T V}, with the unit normals of the mirrors in the rows of V (k x d) and T (k x k)
 * lower triangular.
 *
 * <p>Reference: Bischof and Van Loan, "The WY representation for products of Householder matrices", 1987.
 */
public final class Rotation {
    /** A shorter difference between an axis and its image needs no mirror. */
    private static final double NEGLIGIBLE = 1e-12;

    private final int k;
    private final int d;
    private final float[] mirrors;
    private final double[] triangle;
    private float[] products = {};
    private float[] factors = {};

    private Rotation(int k, int d, double[][] normals) {
        this.k = k;
        this.d = d;
        this.mirrors = new float[Math.multiplyExact(k, d)];
        this.triangle = new double[k * k];
        for (int i = 0; i < k; i++) {
            for (int c = 0; c < d; c++) {
                mirrors[i * d + c] = (float) normals[i][c];
            }
            triangle[i * k + i] = 2;
            // H (I - V'T V) with H = I - 2 v v' appends the row (-2 (V v)'T, 2) to T.
            for (int j = 0; j < i; j++) {
                for (int l = j; l < i; l++) {
                    triangle[i * k + j] -= 2 * dot(normals[i], normals[l]) * triangle[l * k + j];
                }
            }
        }
    }

    /**
     * Draws a rotation.
     *
     * @param k leading axes that get random directions, at most d
     */
    static Rotation draw(RandomStream stream, int k, int d) {
        float[] drawn = new float[Math.multiplyExact(k, d)];
        stream.normals(0, drawn, drawn.length);
        double[][] directions = new double[k][d];
        for (int i = 0; i < k; i++) {
            for (int c = 0; c < d; c++) {
                directions[i][c] = drawn[i * d + c];
            }
        }
        return toward(directions, d);
    }

    /**
     * The rotation that takes the leading axes to the directions that Gram and Schmidt make of some vectors.
     *
     * @param images one for each of k axes, of length d; overwritten
     */
    static Rotation toward(double[][] images, int d) {
        int k = images.length;
        orthonormalize(images);
        double[][] normals = new double[k][];
        for (int i = 0; i < k; i++) {
            double[] v = new double[d];
            v[i] = 1;
            for (int l = 0; l < i; l++) {
                addMultiple(-2 * dot(v, normals[l]), normals[l], v);
            }
            addMultiple(-1, images[i], v);
            double norm = Math.sqrt(dot(v, v));
            for (int c = 0; c < d; c++) {
                v[c] = norm > NEGLIGIBLE ? v[c] / norm : 0;
            }
            normals[i] = v;
        }
        return new Rotation(k, d, normals);
    }

    /** Bytes of the mirrors, and of the images and normals that they are made from. */
    static double bytes(double k, double d) {
        return k * d * (2 * Float.BYTES + 2 * Double.BYTES);
    }

    /** By Gram and Schmidt, twice. */
    private static void orthonormalize(double[][] images) {
        for (int i = 0; i < images.length; i++) {
            for (int pass = 0; pass < 2; pass++) {
                for (int l = 0; l < i; l++) {
                    addMultiple(-dot(images[i], images[l]), images[l], images[i]);
                }
                double norm = Math.sqrt(dot(images[i], images[i]));
                for (int c = 0; c < images[i].length; c++) {
                    images[i][c] /= norm;
                }
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int c = 0; c < a.length; c++) {
            sum += a[c] * b[c];
        }
        return sum;
    }

    private static void addMultiple(double factor, double[] from, double[] to) {
        for (int c = 0; c < to.length; c++) {
            to[c] += factor * from[c];
        }
    }

    /** Replaces each row x by Q x; {@code rows: count x d}. */
    public void apply(float[] rows, int count) {
        project(rows, count);
        for (int row = 0; row < count; row++) {
            for (int i = 0; i < k; i++) {
                double sum = 0;
                for (int j = 0; j <= i; j++) {
                    sum += triangle[i * k + j] * products[row * k + j];
                }
                factors[row * k + i] = (float) -sum;
            }
        }
        Blas.multiply(factors, mirrors, 1f, rows, count, k, d);
    }

    /** Replaces each row x by Q'x. */
    public void applyInverse(float[] rows, int count) {
        project(rows, count);
        for (int row = 0; row < count; row++) {
            for (int j = 0; j < k; j++) {
                double sum = 0;
                for (int i = j; i < k; i++) {
                    sum += triangle[i * k + j] * products[row * k + i];
                }
                factors[row * k + j] = (float) -sum;
            }
        }
        Blas.multiply(factors, mirrors, 1f, rows, count, k, d);
    }

    /** Leaves {@code V x} of each row in {@code products}. */
    private void project(float[] rows, int count) {
        if (products.length < count * k) {
            products = new float[count * k];
            factors = new float[count * k];
        }
        Blas.multiplyTransposed(rows, mirrors, products, count, d, k);
    }
}
