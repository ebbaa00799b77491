package dev.polylog.trainer.vector;

/**
 * Exponential and logarithm as series in double, so that the bits depend on no virtual machine. They cost a few nanoseconds
 * where {@code StrictMath} costs tens. Their relative error is below {@value #ERROR}, but an exponential below 1e-307 is
 * zero.
 */
public final class Exponential {
    /** Bound on the relative error of exponential and logarithm. */
    public static final double ERROR = 1e-15;

    static final double LEAST_EXPONENT = -707;
    static final double LOG2_E = 1.4426950408889634;
    static final double LN2 = 0.6931471805599453;
    /** The logarithm of 2 in two parts; products of the first with whole numbers up to 2^11 are exact. */
    static final double LN2_HIGH = 0x1.62e42feep-1;

    static final double LN2_LOW = 0x1.a39ef35793c76p-33;
    /** Adding it rounds to whole numbers. */
    static final double ROUNDER = 0x1.8p52;

    static final double SQRT2_MINUS_1 = 0.41421356237309503;

    private Exponential() {}

    /** {@code exp(-|x|)}, which neither overflows nor cancels. */
    public static double decay(double x) {
        double exponent = -Math.abs(x);
        if (exponent < LEAST_EXPONENT) {
            return 0;
        }
        double power = (exponent * LOG2_E + ROUNDER) - ROUNDER;
        double r = Math.fma(-power, LN2_LOW, Math.fma(-power, LN2_HIGH, exponent));
        return expNearZero(r) * Double.longBitsToDouble(((long) power + 1023) << 52);
    }

    /** Taylor series for |r| at most ln(2)/2; the first term left out is below 1e-17. */
    private static double expNearZero(double r) {
        double series = Math.fma(r, 1.0 / 6227020800L, 1.0 / 479001600);
        series = Math.fma(series, r, 1.0 / 39916800);
        series = Math.fma(series, r, 1.0 / 3628800);
        series = Math.fma(series, r, 1.0 / 362880);
        series = Math.fma(series, r, 1.0 / 40320);
        series = Math.fma(series, r, 1.0 / 5040);
        series = Math.fma(series, r, 1.0 / 720);
        series = Math.fma(series, r, 1.0 / 120);
        series = Math.fma(series, r, 1.0 / 24);
        series = Math.fma(series, r, 1.0 / 6);
        series = Math.fma(series, r, 0.5);
        series = Math.fma(series, r, 1);
        return Math.fma(series, r, 1);
    }

    /**
     * {@code log(1 + e)} for e from 0 to 1.
     *
     * <p>It is {@code 2 (s + s^3/3 + s^5/5 + ...)} with {@code s = e / (2 + e)}; above {@code sqrt(2) - 1} the logarithm of
     * 2 is split off first, which leaves |s| at most 0.172. The first term left out is below 1e-18 times s.
     */
    public static double logOnePlus(double e) {
        boolean large = e > SQRT2_MINUS_1;
        double s = large ? (e - 1) / (e + 3) : e / (e + 2);
        double square = s * s;
        double series = Math.fma(square, 1.0 / 23, 1.0 / 21);
        series = Math.fma(series, square, 1.0 / 19);
        series = Math.fma(series, square, 1.0 / 17);
        series = Math.fma(series, square, 1.0 / 15);
        series = Math.fma(series, square, 1.0 / 13);
        series = Math.fma(series, square, 1.0 / 11);
        series = Math.fma(series, square, 1.0 / 9);
        series = Math.fma(series, square, 1.0 / 7);
        series = Math.fma(series, square, 1.0 / 5);
        series = Math.fma(series, square, 1.0 / 3);
        double log = 2 * Math.fma(series * square, s, s);
        return large ? LN2 + log : log;
    }
}
