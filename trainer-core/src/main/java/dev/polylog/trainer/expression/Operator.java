package dev.polylog.trainer.expression;

import java.math.BigDecimal;

/** An operator between two numbers. */
enum Operator {
    PLUS("+", Term.Precedence.SUM),
    MINUS("-", Term.Precedence.SUM),
    TIMES("*", Term.Precedence.PRODUCT),
    OVER("/", Term.Precedence.PRODUCT),
    POWER("^", Term.Precedence.POWER);

    private static final int LARGEST_PRODUCT = 1_000_000;

    private final String symbol;
    private final Term.Precedence precedence;

    Operator(String symbol, Term.Precedence precedence) {
        this.symbol = symbol;
        this.precedence = precedence;
    }

    /** The result; throws {@link ArithmeticException} with a reason that can be shown. */
    BigDecimal apply(BigDecimal left, BigDecimal right) {
        return switch (this) {
            case PLUS -> Decimals.bounded(left.add(right, Decimals.CONTEXT));
            case MINUS -> Decimals.bounded(left.subtract(right, Decimals.CONTEXT));
            case TIMES -> Decimals.bounded(left.multiply(right, Decimals.CONTEXT));
            case OVER -> Decimals.quotient(left, right);
            case POWER -> Decimals.power(left, right);
        };
    }

    /** The operation on functions of inputs. */
    RealFunction of(RealFunction left, RealFunction right) {
        return switch (this) {
            case PLUS -> (inputs, offset) -> left.value(inputs, offset) + right.value(inputs, offset);
            case MINUS -> (inputs, offset) -> left.value(inputs, offset) - right.value(inputs, offset);
            case TIMES -> (inputs, offset) -> left.value(inputs, offset) * right.value(inputs, offset);
            case OVER -> (inputs, offset) -> left.value(inputs, offset) / right.value(inputs, offset);
            case POWER -> (inputs, offset) -> power(left.value(inputs, offset), right.value(inputs, offset));
        };
    }

    /**
     * The range over ranges of the operands.
     *
     * @throws ArithmeticException if the operation is undefined somewhere; the message is what the divisor or the base may be
     */
    Interval range(Interval left, Interval right) {
        return switch (this) {
            case PLUS -> left.plus(right);
            case MINUS -> left.minus(right);
            case TIMES -> left.times(right);
            case OVER -> left.over(right);
            case POWER -> left.power(right);
        };
    }

    /**
     * {@code base ^ exponent} in double precision. A whole exponent multiplies, so that {@code x ^ 2} is {@code x * x}; any
     * other goes by {@code exp(exponent log(base))}, since the power of the library takes memory for each call.
     */
    static double power(double base, double exponent) {
        if (!isProduct(exponent)) {
            return base == 1 || exponent == 0 ? 1 : StrictMath.exp(exponent * StrictMath.log(base));
        }
        double power = 1;
        double square = base;
        for (int rest = (int) Math.abs(exponent); rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                power *= square;
            }
            square *= square;
        }
        return exponent < 0 ? 1 / power : power;
    }

    /** Whether a power with this exponent multiplies, and so takes any base. */
    static boolean isProduct(double exponent) {
        return exponent == Math.rint(exponent) && Math.abs(exponent) <= LARGEST_PRODUCT;
    }

    Term.Precedence precedence() {
        return precedence;
    }

    @Override
    public String toString() {
        return symbol;
    }
}
