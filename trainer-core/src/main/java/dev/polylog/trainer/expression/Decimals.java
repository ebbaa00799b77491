package dev.polylog.trainer.expression;

import java.math.BigDecimal;
import java.math.MathContext;

/** Decimal arithmetic of 34 digits within the range of a double; transcendental results keep 15 digits. */
public final class Decimals {
    /** The precision of every result. */
    public static final MathContext CONTEXT = MathContext.DECIMAL128;

    /** Every decimal number of so many digits survives a double. */
    private static final MathContext OF_DOUBLE = new MathContext(15);

    private static final BigDecimal LARGEST_LONG = BigDecimal.valueOf(Long.MAX_VALUE);

    private static final int LARGEST_EXPONENT = 308;
    private static final int SMALLEST_EXPONENT = -330;
    private static final int LARGEST_EXACT_POWER = 1000;

    private Decimals() {}

    /** The number without trailing zeros, 0 if it is tiny; throws {@link ArithmeticException} if it is huge. */
    public static BigDecimal bounded(BigDecimal number) {
        if (number.signum() == 0) {
            return BigDecimal.ZERO;
        }
        long exponent = exponent(number);
        boolean overflow =
                exponent == LARGEST_EXPONENT ? Double.isInfinite(number.doubleValue()) : exponent > LARGEST_EXPONENT;
        if (overflow) {
            throw new ArithmeticException("overflow");
        }
        return exponent < SMALLEST_EXPONENT ? BigDecimal.ZERO : number;
    }

    /** {@code base ^ exponent}, correctly signed and exact where 34 digits suffice and the exponent is a small whole number. */
    public static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        boolean whole = isWhole(exponent);
        if (base.signum() == 0 && exponent.signum() < 0) {
            throw new ArithmeticException("division by zero");
        }
        if (base.signum() < 0 && !whole) {
            throw new ArithmeticException("fractional power of a negative number");
        }
        double estimate = StrictMath.pow(base.doubleValue(), exponent.doubleValue());
        if (!Double.isFinite(estimate)) {
            throw new ArithmeticException("overflow");
        }
        boolean exact = whole && exponent.abs().compareTo(BigDecimal.valueOf(LARGEST_EXACT_POWER)) <= 0;
        if (!exact || estimate == 0) {
            return bounded(new BigDecimal(estimate, OF_DOUBLE));
        }
        BigDecimal power = base.pow(Math.abs(exponent.intValueExact()), CONTEXT);
        return bounded(exponent.signum() < 0 ? BigDecimal.ONE.divide(power, CONTEXT) : power);
    }

    static BigDecimal quotient(BigDecimal dividend, BigDecimal divisor) {
        if (divisor.signum() == 0) {
            throw new ArithmeticException("division by zero");
        }
        return bounded(dividend.divide(divisor, CONTEXT));
    }

    static BigDecimal log(BigDecimal number) {
        if (number.signum() <= 0) {
            throw new ArithmeticException("log of " + shown(number));
        }
        double value = number.doubleValue();
        return value == 0
                ? throwing("log of a number too close to 0")
                : bounded(new BigDecimal(StrictMath.log(value), OF_DOUBLE));
    }

    static BigDecimal sqrt(BigDecimal number) {
        if (number.signum() < 0) {
            throw new ArithmeticException("sqrt of " + shown(number));
        }
        return bounded(new BigDecimal(StrictMath.sqrt(number.doubleValue()), OF_DOUBLE));
    }

    static BigDecimal exp(BigDecimal number) {
        double value = StrictMath.exp(number.doubleValue());
        return Double.isInfinite(value) ? throwing("overflow") : bounded(new BigDecimal(value, OF_DOUBLE));
    }

    /** The shortest text of a number. */
    public static String shown(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal plain = number.stripTrailingZeros();
        return Math.abs(exponent(plain)) <= 20 ? plain.toPlainString() : plain.toString();
    }

    /** Whether it has no fractional part; cheap for any exponent. */
    public static boolean isWhole(BigDecimal number) {
        return number.scale() <= 0
                || number.signum() == 0
                || number.stripTrailingZeros().scale() <= 0;
    }

    /** Whether it is a whole number within the range of a long, on both sides of 0 alike. */
    public static boolean isLong(BigDecimal number) {
        return number.abs().compareTo(LARGEST_LONG) <= 0 && isWhole(number);
    }

    private static long exponent(BigDecimal number) {
        return (long) number.precision() - number.scale() - 1;
    }

    private static BigDecimal throwing(String reason) {
        throw new ArithmeticException(reason);
    }
}
