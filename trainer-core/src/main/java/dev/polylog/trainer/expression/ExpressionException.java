package dev.polylog.trainer.expression;

/** An expression that cannot be parsed or, at some values of its variables, cannot be evaluated. */
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int column;
    private final String reason;
    private final String detail;

    private ExpressionException(String message, String detail, Fault fault) {
        super(message, null, false, false);
        this.detail = detail;
        this.column = fault.column();
        this.reason = fault.reason();
    }

    static ExpressionException invalid(String source, Fault fault) {
        String detail = shortened(source) + " (column " + fault.column() + ": " + fault.reason() + ")";
        return new ExpressionException("Invalid expression: " + detail, detail, fault);
    }

    static ExpressionException failed(String source, Fault fault) {
        String detail = "evaluate " + shortened(source) + ", " + fault.reason() + " (column " + fault.column() + ")";
        return new ExpressionException("Cannot " + detail, "cannot " + detail, fault);
    }

    /** The expression and what is wrong with it, to follow the name of what it is the value of. */
    public String detail() {
        return detail;
    }

    /** What is wrong and where, to follow the expression. */
    public String reason() {
        return "column " + column + ": " + reason;
    }

    /** Where in the expression, from 1. */
    public int column() {
        return column;
    }

    private static String shortened(String source) {
        return source.length() <= 80 ? source : source.substring(0, 77) + "...";
    }
}
