package dev.polylog.trainer.oracle;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Products of small matrices in double, by definition. */
public final class Matrices {
    private Matrices() {}

    public static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b.length == 0 ? 0 : b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < c[i].length; j++) {
                    c[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return c;
    }

    public static double[][] transpose(double[][] a) {
        double[][] t = new double[a.length == 0 ? 0 : a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < t.length; j++) {
                t[j][i] = a[i][j];
            }
        }
        return t;
    }

    /** {@code a + factor b}. */
    public static double[][] sum(double[][] a, double factor, double[][] b) {
        double[][] c = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            c[i] = a[i].clone();
            for (int j = 0; j < c[i].length; j++) {
                c[i][j] += factor * b[i][j];
            }
        }
        return c;
    }

    public static double[][] identity(int n) {
        return diagonal(n, i -> 1);
    }

    public static double[][] diagonal(int n, IntToDoubleFunction values) {
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i][i] = values.applyAsDouble(i);
        }
        return a;
    }

    public static double[][] normals(Random random, int rows, int columns) {
        double[][] a = new double[rows][columns];
        for (double[] row : a) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return a;
    }

    public static double[][] column(double... values) {
        return transpose(new double[][] {values});
    }

    /** A row-major array of a matrix. */
    public static double[] flat(double[][] a) {
        return Arrays.stream(a).flatMapToDouble(Arrays::stream).toArray();
    }

    /** The matrix of a row-major array. */
    public static double[][] of(double[] values, int rows, int columns) {
        double[][] a = new double[rows][];
        for (int i = 0; i < rows; i++) {
            a[i] = Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
        }
        return a;
    }

    /** A row-major matrix in single precision. */
    public static double[][] of(float[] values, int rows, int columns) {
        double[][] a = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                a[i][j] = values[i * columns + j];
            }
        }
        return a;
    }

    /** The largest modulus of an element of {@code a - b}; NaN if there is one. */
    public static double distance(double[][] a, double[][] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a[i].length; j++) {
                largest = Math.max(largest, Math.abs(a[i][j] - b[i][j]));
            }
        }
        return largest;
    }
}
