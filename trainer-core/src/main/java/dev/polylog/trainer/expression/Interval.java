package dev.polylog.trainer.expression;

import java.util.function.DoubleUnaryOperator;

/**
 * Numbers from {@code low} to {@code high}, either of which may be infinite, with or without 0. The ranges of a formula over
 * all inputs are computed with it, term by term: a term that occurs twice counts as two, so that a range may be wider than
 * the values.
 *
 * <p>Ends are computed by the operations that compute the values, and those are monotone in each argument, rounding
 * included. So no rounded value leaves its range, unless it underflows to 0 or overflows.
 *
 * @param excludesZero whether 0 is not among the numbers, although it may be an end or lie between the ends
 */
record Interval(double low, double high, boolean excludesZero) {
    static final Interval ALL = of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private static final double POWER_SLACK = 1e-9;

    Interval {
        // Infinity stands for all that is large: no number is infinite.
        low = Math.min(low, Double.MAX_VALUE);
        high = Math.max(high, -Double.MAX_VALUE);
        if (!(low <= high)) {
            throw new IllegalStateException("Invalid interval: " + low + " to " + high + " (expected low <= high)");
        }
        excludesZero |= low > 0 || high < 0;
    }

    static Interval of(double low, double high) {
        return new Interval(low, high, false);
    }

    static Interval of(double number) {
        return of(number, number);
    }

    /** Whether no number is within the range of double precision. */
    boolean isTooLarge() {
        return low == Double.MAX_VALUE || high == -Double.MAX_VALUE;
    }

    boolean isPoint() {
        return low == high;
    }

    Interval negate() {
        return new Interval(-high, -low, excludesZero);
    }

    Interval plus(Interval other) {
        boolean sameSign = (low >= 0 && other.low >= 0) || (high <= 0 && other.high <= 0);
        return new Interval(low + other.low, high + other.high, sameSign && (excludesZero || other.excludesZero));
    }

    Interval minus(Interval other) {
        return plus(other.negate());
    }

    Interval times(Interval other) {
        double a = product(low, other.low);
        double b = product(low, other.high);
        double c = product(high, other.low);
        double d = product(high, other.high);
        return new Interval(
                Math.min(Math.min(a, b), Math.min(c, d)),
                Math.max(Math.max(a, b), Math.max(c, d)),
                excludesZero && other.excludesZero);
    }

    /** The same numbers where none of them can be negative, whatever the ends say. */
    Interval notNegative() {
        return low >= 0 ? this : new Interval(0, high, excludesZero);
    }

    Interval over(Interval divisor) {
        if (!divisor.excludesZero) {
            throw new ArithmeticException("may be 0");
        }
        if (divisor.high <= 0) {
            return negate().over(divisor.negate());
        }
        if (divisor.low < 0) {
            return new Interval(ALL.low, ALL.high, excludesZero);
        }
        return new Interval(
                quotient(low, low >= 0 ? divisor.high : divisor.low),
                quotient(high, high >= 0 ? divisor.low : divisor.high),
                excludesZero);
    }

    Interval power(Interval exponent) {
        if (exponent.isPoint() && Operator.isProduct(exponent.low)) {
            return wholePower(exponent.low);
        }
        if (low < 0) {
            throw new ArithmeticException("may be negative");
        }
        if (exponent.low < 0 && !excludesZero) {
            throw new ArithmeticException("may be 0");
        }
        double a = Operator.power(low, exponent.low);
        double b = Operator.power(low, exponent.high);
        double c = Operator.power(high, exponent.low);
        double d = Operator.power(high, exponent.high);
        // Whole exponents multiply and others do not: together they are monotone up to the rounding of the products.
        double slack = exponent.isPoint() ? 0 : POWER_SLACK;
        return new Interval(
                Math.min(Math.min(a, b), Math.min(c, d)) * (1 - slack),
                Math.max(Math.max(a, b), Math.max(c, d)) * (1 + slack),
                excludesZero);
    }

    private Interval wholePower(double exponent) {
        if (exponent < 0) {
            return of(1).over(wholePower(-exponent));
        }
        if (exponent == 0) {
            return of(1);
        }
        Interval base = exponent % 2 == 0 ? abs() : this;
        return new Interval(Operator.power(base.low, exponent), Operator.power(base.high, exponent), excludesZero);
    }

    Interval abs() {
        if (low >= 0) {
            return this;
        }
        return high <= 0 ? negate() : new Interval(0, Math.max(-low, high), excludesZero);
    }

    Interval sign() {
        if (low >= 0) {
            return of(1);
        }
        return high < 0 || (high == 0 && excludesZero) ? of(-1) : new Interval(-1, 1, true);
    }

    Interval exp() {
        return new Interval(StrictMath.exp(low), StrictMath.exp(high), true);
    }

    Interval log() {
        if (low < 0 || !excludesZero) {
            throw new ArithmeticException(low < 0 ? "may be negative" : "may be 0");
        }
        return of(StrictMath.log(low), StrictMath.log(high));
    }

    Interval sqrt() {
        if (low < 0) {
            throw new ArithmeticException("may be negative");
        }
        return new Interval(Math.sqrt(low), Math.sqrt(high), excludesZero);
    }

    Interval min(Interval other) {
        return new Interval(Math.min(low, other.low), Math.min(high, other.high), excludesZero && other.excludesZero);
    }

    Interval max(Interval other) {
        return new Interval(Math.max(low, other.low), Math.max(high, other.high), excludesZero && other.excludesZero);
    }

    /** Under a function that never decreases. */
    Interval increasing(DoubleUnaryOperator function) {
        return of(function.applyAsDouble(low), function.applyAsDouble(high));
    }

    /** Under a function with values from -1 to 1. */
    Interval wave(DoubleUnaryOperator function) {
        return isPoint() ? increasing(function) : of(-1, 1);
    }

    /** No number is infinite, so that infinity stands for the large ones and 0 wins. */
    private static double product(double one, double other) {
        return one == 0 || other == 0 ? 0 : one * other;
    }

    private static double quotient(double dividend, double divisor) {
        return dividend == 0 ? 0 : dividend / (divisor + 0.0);
    }
}
