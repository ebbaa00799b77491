package dev.polylog.trainer.expression;

import java.math.BigDecimal;

/** An operator between two numbers. */
enum Operator {
    PLUS("+", Term.Precedence.SUM),
    MINUS("-", Term.Precedence.SUM),
    TIMES("*", Term.Precedence.PRODUCT),
    OVER("/", Term.Precedence.PRODUCT),
    POWER("^", Term.Precedence.POWER);

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

    Term.Precedence precedence() {
        return precedence;
    }

    @Override
    public String toString() {
        return symbol;
    }
}
