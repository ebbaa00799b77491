package dev.polylog.trainer.random;

/**
 * Pairs of random words to pairs of standard normals, {@code sqrt(-2 ln u) (cos 2 pi v, sin 2 pi v)}.
 *
 * <p>Logarithm, sine and cosine are polynomials in single precision made of correctly rounded operations, so that the
 * bits depend neither on the Java version nor on the compiler. The number u is rounded to 24 significant bits first; from
 * there the error is a few units in the last place. The tails reach |z| = 6.55.
 *
 * <p>Strips of lanes pass through short loops, one kind of operation each, because that is what compilers turn into vector
 * code; the conversions between integers and floats, which some leave scalar, stand apart. Not thread-safe.
 */
final class BoxMuller {
    private static final float LN2 = 0.6931472f;
    private static final int SQRT_HALF_BITS = 0x3f3504f3;
    private static final float TURN = (float) (2 * Math.PI / (1L << 32));

    /** Cosine and minus sine of the quarter turns. */
    private static final float[] QUARTER_COSINE = {1, 0, -1, 0};

    private static final float[] QUARTER_MINUS_SINE = {0, -1, 0, 1};

    private final int[] bits;
    private final int[] quarters;
    private final int[] remainders;
    private final float[] mantissas;
    private final float[] exponents;
    private final float[] radii;
    private final float[] angles;
    private final float[] turnCosine;
    private final float[] turnMinusSine;

    BoxMuller(int maxLanes) {
        bits = new int[maxLanes];
        quarters = new int[maxLanes];
        remainders = new int[maxLanes];
        mantissas = new float[maxLanes];
        exponents = new float[maxLanes];
        radii = new float[maxLanes];
        angles = new float[maxLanes];
        turnCosine = new float[maxLanes];
        turnMinusSine = new float[maxLanes];
    }

    /** Writes one normal pair per lane. */
    void transform(int[] u, int[] v, float[] cosines, float[] sines, int lanes) {
        splitLogarithms(u, lanes);
        splitAngles(v, lanes);
        for (int i = 0; i < lanes; i++) {
            radii[i] = (float) Math.sqrt(minusTwoLog(mantissas[i], exponents[i]));
        }
        for (int i = 0; i < lanes; i++) {
            float phi = angles[i];
            float square = phi * phi;
            cosines[i] = cosine(square);
            sines[i] = phi * sineOverAngle(square);
        }
        for (int i = 0; i < lanes; i++) {
            float c = cosines[i];
            float s = sines[i];
            // One of the two factors is zero, the other +-1: exact.
            cosines[i] = radii[i] * (turnCosine[i] * c + turnMinusSine[i] * s);
            sines[i] = radii[i] * (turnCosine[i] * s - turnMinusSine[i] * c);
        }
    }

    /** The odd 31-bit number k of a word as {@code k / 2^31 = 2^exponent mantissa}, mantissa in [sqrt(1/2), sqrt(2)). */
    private void splitLogarithms(int[] words, int lanes) {
        for (int i = 0; i < lanes; i++) {
            bits[i] = (words[i] >>> 1) | 1;
        }
        for (int i = 0; i < lanes; i++) {
            bits[i] = Float.floatToRawIntBits((float) bits[i]) - SQRT_HALF_BITS;
        }
        for (int i = 0; i < lanes; i++) {
            exponents[i] = (float) ((bits[i] >> 23) - 31);
        }
        for (int i = 0; i < lanes; i++) {
            mantissas[i] = Float.intBitsToFloat((bits[i] & 0x007fffff) + SQRT_HALF_BITS);
        }
    }

    /** A turn of {@code word / 2^32} as quarters and an angle of at most pi/4 either way. */
    private void splitAngles(int[] words, int lanes) {
        for (int i = 0; i < lanes; i++) {
            int quarter = (words[i] + (1 << 29)) >>> 30;
            quarters[i] = quarter;
            // Odd, so symmetric about zero and never zero.
            remainders[i] = (words[i] - (quarter << 30)) | 1;
        }
        for (int i = 0; i < lanes; i++) {
            angles[i] = remainders[i] * TURN;
        }
        for (int i = 0; i < lanes; i++) {
            turnCosine[i] = QUARTER_COSINE[quarters[i]];
            turnMinusSine[i] = QUARTER_MINUS_SINE[quarters[i]];
        }
    }

    /**
     * {@code -2 ln(2^exponent m)}, m in [sqrt(1/2), sqrt(2)].
     *
     * <p>With {@code s = (m - 1) / (m + 1)}, the logarithm of m is {@code 2 (s + s^3/3 + s^5/5 + ...)}; |s| is at most
     * 0.172, so the term in s^11 is below half a unit.
     */
    private static float minusTwoLog(float m, float exponent) {
        float s = (m - 1) / (m + 1);
        float square = s * s;
        float series = Math.fma(square, 1f / 9, 1f / 7);
        series = Math.fma(series, square, 1f / 5);
        series = Math.fma(series, square, 1f / 3);
        series = Math.fma(series * square, s, s);
        float log = Math.fma(exponent, LN2, 2 * series);
        // Not -2 * log: the logarithm of 1 shall give +0.
        return 0f - 2 * log;
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
