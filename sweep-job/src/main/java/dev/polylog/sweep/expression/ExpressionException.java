package dev.polylog.sweep.expression;

/** An expression that cannot be parsed or, at some values of its fields, cannot be evaluated. */
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int column;

    private ExpressionException(String message, int column) {
        super(message, null, false, false);
        this.column = column;
    }

    static ExpressionException invalid(String source, Fault fault) {
        return new ExpressionException(
                "Invalid expression: " + shortened(source) + " (column " + fault.column() + ": " + fault.reason() + ")",
                fault.column());
    }

    static ExpressionException failed(String source, Fault fault) {
        return new ExpressionException(
                "Cannot evaluate " + shortened(source) + ", " + fault.reason() + " (column " + fault.column() + ")",
                fault.column());
    }

    /** Where in the expression, from 1. */
    public int column() {
        return column;
    }

    private static String shortened(String source) {
        return source.length() <= 80 ? source : source.substring(0, 77) + "...";
    }
}
