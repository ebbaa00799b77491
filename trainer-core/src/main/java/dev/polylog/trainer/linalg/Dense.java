package dev.polylog.trainer.linalg;

import breeze.linalg.DenseMatrix;
import breeze.linalg.DenseMatrix$mcD$sp;
import breeze.linalg.DenseVector;
import breeze.linalg.MatrixSingularException;
import breeze.linalg.NotConvergedException;
import breeze.linalg.cholesky;
import breeze.linalg.eigSym$justEigenvalues$EigSym_DM_Impl$;
import breeze.linalg.qr$reduced$impl_reduced_DM_Double$;
import breeze.linalg.svd;
import dev.ludovic.netlib.lapack.LAPACK;

/**
 * Factorisations of dense matrices in double precision, by LAPACK through Breeze. Matrices are row-major arrays and are
 * not changed.
 *
 * <p>For what is done once, not at every step: each call copies its matrix, because LAPACK's are column-major.
 *
 * <p>The only class that knows Breeze. Its functions are Scala's implicit arguments, which Java has to name.
 */
public final class Dense {
    static {
        // Netlib looks for its native libraries once, when it is first used; this tells it where they are.
        Blas.implementation();
    }

    private Dense() {}

    /** The LAPACK in use, {@code JNILAPACK} where it is native. */
    public static String implementation() {
        return LAPACK.getInstance().getClass().getSimpleName();
    }

    /**
     * L of {@code A = L L'}, with zeros above its diagonal.
     *
     * @param a n x n, symmetric; its lower triangle is read
     * @throws ArithmeticException if A is not positive definite
     */
    public static double[] cholesky(double[] a, int n) {
        double[] columns = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double element = a[i * n + j];
                if (!Double.isFinite(element)) {
                    throw new ArithmeticException("Cannot factor a matrix, an element is " + element);
                }
                columns[i * n + j] = element;
                columns[j * n + i] = element;
            }
        }
        try {
            return rows(cholesky.ImplCholesky_DM$.MODULE$.apply(new DenseMatrix$mcD$sp(n, n, columns)));
        } catch (NotConvergedException | MatrixSingularException e) {
            throw new ArithmeticException("Cannot factor a matrix of " + n + " rows, it is not positive definite");
        }
    }

    /**
     * The eigenvalues of A in ascending order.
     *
     * @param a n x n, symmetric; its lower triangle is read
     */
    public static double[] eigenvalues(double[] a, int n) {
        double[] columns = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                columns[i * n + j] = a[i * n + j];
                columns[j * n + i] = a[i * n + j];
            }
        }
        return values(eigSym$justEigenvalues$EigSym_DM_Impl$.MODULE$.apply(new DenseMatrix$mcD$sp(n, n, columns)));
    }

    /**
     * The singular values of A in descending order: as many as the smaller of its dimensions.
     *
     * @param a rows x columns
     */
    public static double[] singularValues(double[] a, int rows, int columns) {
        // Those of R, because the decomposition also makes its square bases, of which one has as many rows as A.
        DenseMatrix<Object> tall =
                rows >= columns ? matrix(a, rows, columns) : new DenseMatrix$mcD$sp(columns, rows, a);
        DenseMatrix<Object> r =
                qr$reduced$impl_reduced_DM_Double$.MODULE$.apply(tall).r();
        return values(svd.Svd_DM_Impl$.MODULE$.apply(r).singularValues());
    }

    /**
     * Q of {@code A = Q R} with orthonormal columns and a diagonal of R that is not negative: rows x columns.
     *
     * @param a rows x columns, with at least as many rows as columns
     */
    public static double[] orthonormal(double[] a, int rows, int columns) {
        var qr = qr$reduced$impl_reduced_DM_Double$.MODULE$.apply(matrix(a, rows, columns));
        double[] q = rows(qr.q());
        for (int j = 0; j < columns; j++) {
            for (int i = 0; i < rows && qr.r().apply$mcD$sp(j, j) < 0; i++) {
                q[i * columns + j] = -q[i * columns + j];
            }
        }
        return q;
    }

    private static DenseMatrix<Object> matrix(double[] a, int rows, int columns) {
        double[] transposed = new double[a.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                transposed[j * rows + i] = a[i * columns + j];
            }
        }
        return new DenseMatrix$mcD$sp(rows, columns, transposed);
    }

    private static double[] rows(DenseMatrix<Object> matrix) {
        double[] rows = new double[matrix.rows() * matrix.cols()];
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.cols(); j++) {
                rows[i * matrix.cols() + j] = matrix.apply$mcD$sp(i, j);
            }
        }
        return rows;
    }

    private static double[] values(DenseVector<Object> vector) {
        double[] values = new double[vector.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = vector.apply$mcD$sp(i);
        }
        return values;
    }
}
