package dev.polylog.trainer.linalg;

import dev.ludovic.netlib.blas.BLAS;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Single-precision matrix products on row-major arrays.
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
