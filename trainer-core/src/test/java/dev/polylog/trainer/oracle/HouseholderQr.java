package dev.polylog.trainer.oracle;

/**
 * {@code B = Q R} by Householder reflections in double, one column at a time, with a diagonal of R that is not negative.
 *
 * <p>Reference: Golub and Van Loan, "Matrix Computations", section 5.2.
 */
public final class HouseholderQr {
    /** rows x columns. */
    public final double[][] q;
    /** columns x columns, upper triangular. */
    public final double[][] r;

    /** Factors B: rows x columns, with at least as many rows as columns. */
    public HouseholderQr(double[][] b) {
        int rows = b.length;
        int columns = b[0].length;
        double[][] a = new double[rows][];
        for (int i = 0; i < rows; i++) {
            a[i] = b[i].clone();
        }
        q = new double[rows][columns];
        r = new double[columns][columns];
        double[][] reflections = new double[columns][];
        for (int j = 0; j < columns; j++) {
            reflections[j] = reflection(a, j);
            reflect(a, reflections[j], j);
        }
        for (int i = 0; i < columns; i++) {
            q[i][i] = 1;
            System.arraycopy(a[i], i, r[i], i, columns - i);
        }
        for (int j = columns - 1; j >= 0; j--) {
            reflect(q, reflections[j], 0);
        }
        for (int i = 0; i < columns; i++) {
            if (r[i][i] < 0) {
                for (int j = 0; j < columns; j++) {
                    r[i][j] = -r[i][j];
                }
                for (double[] row : q) {
                    row[i] = -row[i];
                }
            }
        }
    }

    /** The unit vector v for which {@code I - 2 v v'} takes column j, from row j on, to a multiple of e_j. */
    private static double[] reflection(double[][] a, int j) {
        double[] v = new double[a.length];
        double square = 0;
        for (int i = j; i < a.length; i++) {
            v[i] = a[i][j];
            square += v[i] * v[i];
        }
        v[j] += Math.copySign(Math.sqrt(square), v[j]);
        double norm = Math.sqrt(NaiveNetwork.dot(v, v));
        for (int i = j; i < a.length && norm > 0; i++) {
            v[i] /= norm;
        }
        return v;
    }

    private static void reflect(double[][] a, double[] v, int from) {
        for (int j = from; j < a[0].length; j++) {
            double product = 0;
            for (int i = 0; i < a.length; i++) {
                product += v[i] * a[i][j];
            }
            for (int i = 0; i < a.length; i++) {
                a[i][j] -= 2 * v[i] * product;
            }
        }
    }
}
