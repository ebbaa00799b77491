package dev.polylog.trainer.random;

/**
 * Pairs of random words to pairs of standard normals, {@code sqrt(-2 ln u) (cos 2 pi v, sin 2 pi v)}.
 *
 * <p>Logarithm, sine and cosine are polynomials in single precision made of correctly rounded operations, so that the
 * bits depend neither on the Java version nor on the compiler. Their error is a few units in the last place; the tails
 * reach |z| = 6.55.
 */
final class BoxMuller {
    private static final float LN2 = 0.6931472f;
    private static final int SQRT_HALF_BITS = 0x3f3504f3;
    private static final float TURN = (float) (2 * Math.PI / (1L << 32));

    private BoxMuller() {}

    /** Writes one normal pair per lane: the cosine branch at {@code cosine + i}, the sine branch at {@code sine + i}. */
    static void transform(int[] u, int[] v, int lane, float[] out, int cosine, int sine, int lanes) {
        for (int i = 0; i < lanes; i++) {
            float radius = (float) Math.sqrt(minusTwoLog(u[lane + i]));
            int angle = v[lane + i];
            int quarter = (angle + (1 << 29)) >>> 30;
            // An odd remainder: symmetric about zero and never zero.
            float phi = ((angle - (quarter << 30)) | 1) * TURN;
            float square = phi * phi;
            float c = cosine(square);
            float s = phi * sineOverAngle(square);
            float x = (quarter & 1) == 0 ? c : s;
            float y = (quarter & 1) == 0 ? s : c;
            out[cosine + i] = quarter == 1 || quarter == 2 ? -radius * x : radius * x;
            out[sine + i] = quarter >= 2 ? -radius * y : radius * y;
        }
    }

    /**
     * {@code -2 ln(k / 2^31)} for the odd 31-bit number k that the word holds.
     *
     * <p>With {@code k = 2^e m}, m in [sqrt(1/2), sqrt(2)), and {@code s = (m - 1) / (m + 1)}, the logarithm of m is
     * {@code 2 (s + s^3/3 + s^5/5 + ...)}; |s| is at most 0.172, so the term in s^11 is below half a unit.
     */
    static float minusTwoLog(int word) {
        int bits = Float.floatToRawIntBits((float) ((word >>> 1) | 1)) - SQRT_HALF_BITS;
        int exponent = (bits >> 23) - 31;
        float m = Float.intBitsToFloat((bits & 0x007fffff) + SQRT_HALF_BITS);
        float s = (m - 1) / (m + 1);
        float square = s * s;
        float series = Math.fma(square, 1f / 9, 1f / 7);
        series = Math.fma(series, square, 1f / 5);
        series = Math.fma(series, square, 1f / 3);
        series = Math.fma(series * square, s, s);
        float log = Math.fma((float) exponent, LN2, 2 * series);
        return Math.max(-2 * log, 0f);
    }

    /** Taylor series of sin(phi)/phi in phi squared, for |phi| at most pi/4. */
    private static float sineOverAngle(float square) {
        float series = Math.fma(square, 1f / 362880, -1f / 5040);
        series = Math.fma(series, square, 1f / 120);
        series = Math.fma(series, square, -1f / 6);
        return Math.fma(series, square, 1f);
    }

    /** Taylor series of cos(phi) in phi squared, for |phi| at most pi/4. */
    private static float cosine(float square) {
        float series = Math.fma(square, -1f / 3628800, 1f / 40320);
        series = Math.fma(series, square, -1f / 720);
        series = Math.fma(series, square, 1f / 24);
        series = Math.fma(series, square, -0.5f);
        return Math.fma(series, square, 1f);
    }
}
