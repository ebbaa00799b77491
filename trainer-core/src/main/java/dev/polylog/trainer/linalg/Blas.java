package dev.polylog.trainer.linalg;

import dev.ludovic.netlib.blas.BLAS;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Matrix products on row-major arrays, in single precision unless the arrays are double.
 *
 * <p>The library is the native OpenBLAS wherever it can be loaded; {@link #implementation()} says which one is really in
 * use and {@link #warning()} why it may be slow. Results are a function of the operands, the library and the processor
 * family.
 */
public final class Blas {
    private static final @Nullable String NATIVE_PROBLEM = NativeOpenBlas.prepare();
    private static final BLAS LIBRARY = BLAS.getInstance();

    private Blas() {}

    /**
     * {@code C = A B'}, the pre-activations of a batch.
     *
     * @param a rows x inner
     * @param b columns x inner
     * @param c rows x columns, overwritten
     */
    public static void multiplyTransposed(float[] a, float[] b, float[] c, int rows, int inner, int columns) {
        // Netlib is column-major: a row-major matrix is its own transpose there, so C' = B A' is asked for.
        LIBRARY.sgemm("T", "N", columns, rows, inner, 1f, b, inner, a, inner, 0f, c, columns);
    }

    /** {@code C = A B' + C}, for the same matrices. */
    public static void addMultiplyTransposed(float[] a, float[] b, float[] c, int rows, int inner, int columns) {
        LIBRARY.sgemm("T", "N", columns, rows, inner, 1f, b, inner, a, inner, 1f, c, columns);
    }

    /**
     * {@code C = scale A'B + keep C}, a weight gradient.
     *
     * @param a rows x columns
     * @param b rows x inner
     * @param c columns x inner
     */
    public static void transposedMultiply(
            float scale, float[] a, float[] b, float keep, float[] c, int rows, int columns, int inner) {
        LIBRARY.sgemm("N", "T", inner, columns, rows, scale, b, inner, a, columns, keep, c, inner);
    }

    /** {@code C = A B' + keep C} in double precision. */
    public static void multiplyTransposed(
            double[] a, double[] b, double keep, double[] c, int rows, int inner, int columns) {
        LIBRARY.dgemm("T", "N", columns, rows, inner, 1, b, inner, a, inner, keep, c, columns);
    }

    /** {@code C = A'B + keep C} in double precision, with A rows x columns, B rows x inner. */
    public static void transposedMultiply(
            double[] a, double[] b, double keep, double[] c, int rows, int columns, int inner) {
        LIBRARY.dgemm("N", "T", inner, columns, rows, 1, b, inner, a, columns, keep, c, inner);
    }

    /**
     * {@code C = A B + keep C}.
     *
     * @param a rows x inner
     * @param b inner x columns
     * @param c rows x columns
     */
    public static void multiply(float[] a, float[] b, float keep, float[] c, int rows, int inner, int columns) {
        LIBRARY.sgemm("N", "N", columns, rows, inner, 1f, b, columns, a, inner, keep, c, columns);
    }

    /** The same product in double precision. */
    public static void multiply(double[] a, double[] b, double keep, double[] c, int rows, int inner, int columns) {
        LIBRARY.dgemm("N", "N", columns, rows, inner, 1, b, columns, a, inner, keep, c, columns);
    }

    /**
     * {@code C = A'B} for a matrix A whose rows begin longer ones.
     *
     * @param a rows x stride, of which the first {@code columns} columns are A
     * @param b rows x inner
     * @param c columns x inner, overwritten
     */
    public static void transposedMultiply(
            float[] a, int stride, float[] b, float[] c, int rows, int columns, int inner) {
        LIBRARY.sgemm("N", "T", inner, columns, rows, 1f, b, inner, a, stride, 0f, c, inner);
    }

    /**
     * The lower triangle of {@code C = A'A}, for the same A; what is above it stays.
     *
     * @param c columns x columns
     */
    public static void transposedSquare(float[] a, int stride, float[] c, int rows, int columns) {
        LIBRARY.ssyrk("U", "N", columns, rows, 1f, a, stride, 0f, c, columns);
    }

    /**
     * The lower triangle of {@code C = A A'}; what is above it stays.
     *
     * @param a rows x inner
     * @param c rows x rows
     */
    public static void square(float[] a, float[] c, int rows, int inner) {
        LIBRARY.ssyrk("U", "T", rows, inner, 1f, a, inner, 0f, c, rows);
    }

    /** The lower triangle of {@code C = A A' + C} in double precision. */
    public static void addSquare(double[] a, double[] c, int rows, int inner) {
        LIBRARY.dsyrk("U", "T", rows, inner, 1, a, inner, 1, c, rows);
    }

    /**
     * Solves {@code L X = B}; X replaces B.
     *
     * @param l rows x stride, of which the lower triangle of the first {@code rows} columns is read
     * @param b rows x columns
     */
    public static void solveLower(float[] l, int stride, float[] b, int rows, int columns) {
        LIBRARY.strsm("R", "U", "N", "N", columns, rows, 1f, l, stride, b, columns);
    }

    /**
     * {@code C += A B'} in double precision, for a block C of a larger matrix.
     *
     * @param a rows x inner
     * @param b columns x inner
     * @param c rows x columns, from {@code from} on in rows of {@code stride} elements
     */
    public static void addProduct(
            double[] a, double[] b, double[] c, int from, int stride, int rows, int inner, int columns) {
        LIBRARY.dgemm("T", "N", columns, rows, inner, 1, b, 0, inner, a, 0, inner, 1, c, from, stride);
    }

    /**
     * {@code C -= A B'} in double precision, for blocks A and B of larger matrices.
     *
     * @param a rows x inner, from {@code from} on in rows of {@code aStride} elements
     * @param b columns x inner, from {@code from} on in rows of {@code bStride} elements
     * @param c rows x columns
     */
    static void subtractProduct(
            double[] a, int aStride, double[] b, int bStride, int from, double[] c, int rows, int inner, int columns) {
        LIBRARY.dgemm("T", "N", columns, rows, inner, -1, b, from, bStride, a, from, aStride, 1, c, 0, columns);
    }

    /**
     * Solves {@code X L' = B} in double precision; X replaces B.
     *
     * @param l columns x columns, of which the lower triangle is read
     * @param b rows x columns
     */
    static void solveLowerTransposed(double[] l, double[] b, int rows, int columns) {
        LIBRARY.dtrsm("L", "U", "T", "N", columns, rows, 1, l, columns, b, columns);
    }

    /** The implementation in use, such as {@code JNIBLAS (OpenBLAS 0.3.31-1.5.13)}. */
    public static String implementation() {
        String type = LIBRARY.getClass().getSimpleName();
        return isNative() ? type + " (" + NativeOpenBlas.describe() + ")" : type;
    }

    /** Why products may be slow here, if they may: the library fell back, or it may start threads of its own. */
    public static Optional<String> warning() {
        if (!isNative()) {
            String cause = NATIVE_PROBLEM == null ? "netlib refused the native library" : NATIVE_PROBLEM;
            return Optional.of(
                    "matrix products use " + implementation() + ", several times slower than OpenBLAS (" + cause + ")");
        }
        if (!"1".equals(System.getenv("OPENBLAS_NUM_THREADS"))) {
            return Optional.of("OPENBLAS_NUM_THREADS is not 1: every run would start threads of its own, and runs that"
                    + " share a processor slow each other down; set it to 1 before the program starts");
        }
        return Optional.empty();
    }

    private static boolean isNative() {
        return NATIVE_PROBLEM == null && LIBRARY.getClass().getSimpleName().equals("JNIBLAS");
    }
}
