package dev.polylog.trainer.expression;

/** What went wrong and where, before the text of the expression is known. */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int column;
    private final String reason;

    Fault(int column, String reason) {
        super(reason, null, false, false);
        this.column = column;
        this.reason = reason;
    }

    int column() {
        return column;
    }

    String reason() {
        return reason;
    }
}
