package dev.polylog.trainer.random;

/**
 * Pairs of random words to pairs of standard normals, {@code sqrt(-2 ln u) (cos a, sin a)}.
 *
 * <p>The modulus of the first word, made odd, is {@code 2^31 u}. The second word is an angle phi of at most pi/4 either way:
 * with the sign of the first word on its cosine, and the two normals exchanged if the second word is odd, the four quarters
 * of the circle are equally likely, and no quarter has to be found first. The word u is rounded to 24 significant bits,
 * and so is phi; from there the error is a few units in the last place. The tails reach |z| = 6.55.
 *
 * <p>Logarithm, sine and cosine are polynomials in single precision made of correctly rounded operations without a
 * division, so that the bits depend neither on the Java version nor on the compiler. Their coefficients are those of least
 * relative error (Remez), then moved to floats near by that keep it: {@value #LOGARITHM_ERROR} for the logarithm,
 * {@value #SINE_ERROR} for sine over angle, {@value #COSINE_ERROR} for the cosine. The script
 * {@code docs/constants/box_muller.py} derives those of least error and certifies these.
 *
 * <p>Strips of lanes pass through short loops, one kind of operation each, because that is what compilers turn into vector
 * code; the conversions between integers and floats, which some leave scalar, stand apart. Not thread-safe.
 */
final class BoxMuller {
    static final double LOGARITHM_ERROR = 3e-8;
    static final double SINE_ERROR = 7e-9;
    static final double COSINE_ERROR = 4e-8;

    /** 2/3 as a float: where mantissas begin. */
    private static final int SPLIT = 0x3f2aaaab;

    private static final int EXPONENT = 0xff800000;
    private static final int LARGEST_EXPONENT = 31 << 23;
    /** 2 ln 2, for exponents that are still in their place in the word. */
    private static final float TWO_LN2 = 0x1.62e43p-23f;

    private static final float PHI = 0x1.921fb6p-32f;

    private final int[] bits;
    private final int[] exponentBits;
    private final float[] mantissas;
    private final float[] exponents;
    private final float[] radii;
    private final float[] angles;
    private final float[] signs;
    private final float[] swaps;

    BoxMuller(int maxLanes) {
        bits = new int[maxLanes];
        exponentBits = new int[maxLanes];
        mantissas = new float[maxLanes];
        exponents = new float[maxLanes];
        radii = new float[maxLanes];
        angles = new float[maxLanes];
        signs = new float[maxLanes];
        swaps = new float[maxLanes];
    }

    /** Writes one normal pair per lane. */
    void transform(int[] u, int[] v, float[] firsts, float[] seconds, int lanes) {
        splitLogarithms(u, lanes);
        splitAngles(u, v, lanes);
        for (int i = 0; i < lanes; i++) {
            radii[i] = (float) Math.sqrt(minusTwoLog(mantissas[i] - 1, exponents[i]));
        }
        for (int i = 0; i < lanes; i++) {
            float phi = angles[i];
            float square = phi * phi;
            firsts[i] = signs[i] * cosine(square);
            seconds[i] = phi * sineOverAngle(square);
        }
        for (int i = 0; i < lanes; i++) {
            float c = firsts[i];
            float s = seconds[i];
            float swap = swaps[i];
            float keep = 1 - swap;
            // One of the two factors is zero, the other one: exact.
            firsts[i] = radii[i] * (keep * c + swap * s);
            seconds[i] = radii[i] * (keep * s + swap * c);
        }
    }

    /** The odd modulus k of a word as {@code k / 2^31 = 2^-e m}, m in [2/3, 4/3). */
    private void splitLogarithms(int[] words, int lanes) {
        for (int i = 0; i < lanes; i++) {
            bits[i] = words[i] | 1;
        }
        for (int i = 0; i < lanes; i++) {
            bits[i] = Float.floatToRawIntBits(Math.abs((float) bits[i]));
        }
        for (int i = 0; i < lanes; i++) {
            int exponent = (bits[i] - SPLIT) & EXPONENT;
            exponentBits[i] = LARGEST_EXPONENT - exponent;
            bits[i] -= exponent;
        }
        for (int i = 0; i < lanes; i++) {
            exponents[i] = (float) exponentBits[i];
        }
        for (int i = 0; i < lanes; i++) {
            mantissas[i] = Float.intBitsToFloat(bits[i]);
        }
    }

    private void splitAngles(int[] u, int[] v, int lanes) {
        for (int i = 0; i < lanes; i++) {
            angles[i] = v[i] * PHI;
        }
        for (int i = 0; i < lanes; i++) {
            signs[i] = u[i] >> 31 | 1;
        }
        for (int i = 0; i < lanes; i++) {
            swaps[i] = v[i] & 1;
        }
    }

    /** {@code -2 ln(2^-e (1 + f))}, f in [-1/3, 1/3], e a multiple of 2^23. */
    private static float minusTwoLog(float f, float e) {
        float series = Math.fma(f, -0x1.152a38p-2f, 0x1.3d0064p-2f);
        series = Math.fma(series, f, -0x1.209de4p-2f);
        series = Math.fma(series, f, 0x1.4fde26p-2f);
        series = Math.fma(series, f, -0x1.99b66p-2f);
        series = Math.fma(series, f, 0x1.0016a8p-1f);
        series = Math.fma(series, f, -0x1.55553ap-1f);
        series = Math.fma(series, f, 0x1.ffffcep-1f);
        series = Math.fma(series, f, -2f);
        return Math.fma(e, TWO_LN2, series * f);
    }

    /** {@code sin(phi)/phi} in phi squared, for |phi| at most pi/4. */
    private static float sineOverAngle(float square) {
        float series = Math.fma(square, -0x1.99065cp-13f, 0x1.1106ep-7f);
        series = Math.fma(series, square, -0x1.555546p-3f);
        return Math.fma(series, square, 1f);
    }

    /** {@code cos(phi)} in phi squared, for |phi| at most pi/4. */
    private static float cosine(float square) {
        float series = Math.fma(square, -0x1.644d68p-10f, 0x1.553e76p-5f);
        series = Math.fma(series, square, -0x1.ffffb2p-2f);
        return Math.fma(series, square, 1f);
    }
}
