package dev.polylog.trainer.linalg;

import dev.polylog.trainer.hash.Sha256;
import java.nio.ByteBuffer;

/**
 * What the bits of a result depend on besides its specification.
 *
 * <p>The version belongs to the identity of every run: it rises whenever a change in this program changes any bit of any
 * trajectory. The fingerprint is recorded beside each run: two machines with the same fingerprint give the same bits.
 */
public final class Numerics {
    /** Raise with any change that alters a trajectory. */
    public static final int VERSION = 2;

    private Numerics() {}

    /** Such as {@code v2; JNIBLAS (OpenBLAS 0.3.31-1.5.13); amd64; probe 5f0c2a9e}. */
    public static String fingerprint() {
        return Holder.FINGERPRINT;
    }

    private static final class Holder {
        private static final String FINGERPRINT = "v" + VERSION + "; " + Blas.implementation() + "; "
                + System.getProperty("os.arch") + "; probe " + probe();
    }

    /**
     * A digest of fixed products: sums long enough to show the order in which the library adds, and matrices large enough
     * that a library with several threads would share them out, because that changes bits too.
     */
    private static String probe() {
        int rows = 1037;
        int inner = 291;
        int columns = 61;
        float[] a = sequence(rows * inner, 7);
        float[] b = sequence(columns * inner, 11);
        float[] c = new float[rows * columns];
        float[] gradient = new float[columns * inner];
        Blas.multiplyTransposed(a, b, c, rows, inner, columns);
        Blas.transposedMultiply(0.5f, c, a, 0f, gradient, rows, columns, inner);
        ByteBuffer bytes = ByteBuffer.allocate(4 * gradient.length);
        bytes.asFloatBuffer().put(gradient);
        return Sha256.hex(bytes.array(), 4);
    }

    /** Weyl sequence in (-1/2, 1/2). */
    private static float[] sequence(int length, int seed) {
        float[] values = new float[length];
        int state = seed;
        for (int i = 0; i < length; i++) {
            state += 0x9E3779B9;
            values[i] = state * 0x1p-32f;
        }
        return values;
    }
}
