package dev.polylog.trainer.linalg;

/**
 * The angles between two subspaces, smallest first, in radians from 0 to pi / 2.
 *
 * <p>With orthonormal bases U and V, their cosines are the singular values of {@code U'V}. A cosine near 1 says little of
 * its angle, so that angles below pi / 4 come from their sines, the singular values of {@code V - U U'V}.
 *
 * <p>Reference: Björck and Golub, "Numerical methods for computing angles between linear subspaces", 1973.
 */
public final class PrincipalAngles {
    private PrincipalAngles() {}

    /**
     * The angles between the ranges of A and B, as many as the smaller has dimensions.
     *
     * @param a d x aColumns, of full column rank
     * @param b d x bColumns, of full column rank
     */
    public static double[] between(double[] a, int aColumns, double[] b, int bColumns) {
        if (aColumns < bColumns) {
            return between(b, bColumns, a, aColumns);
        }
        int d = a.length / aColumns;
        double[] u = Dense.orthonormal(a, d, aColumns);
        double[] v = Dense.orthonormal(b, d, bColumns);
        double[] product = new double[aColumns * bColumns];
        Blas.transposedMultiply(u, v, 0, product, d, aColumns, bColumns);
        double[] cosines = Dense.singularValues(product, aColumns, bColumns);
        double[] projection = new double[d * bColumns];
        Blas.multiply(u, product, 0, projection, d, aColumns, bColumns);
        for (int i = 0; i < v.length; i++) {
            v[i] -= projection[i];
        }
        double[] sines = Dense.singularValues(v, d, bColumns);
        double[] angles = new double[bColumns];
        for (int i = 0; i < bColumns; i++) {
            double sine = sines[bColumns - 1 - i];
            angles[i] =
                    sine * sine < 0.5 ? StrictMath.asin(sine) : StrictMath.acos(Math.max(0, Math.min(1, cosines[i])));
        }
        return angles;
    }
}
