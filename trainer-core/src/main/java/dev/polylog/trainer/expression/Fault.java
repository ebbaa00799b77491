package dev.polylog.trainer.expression;

/** What went wrong and where, before the text of the expression is known. */
final class Fault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int MAX_SHOWN = 40;

    private final int column;
    private final String reason;

    Fault(int column, String reason) {
        super(reason, null, false, false);
        this.column = column;
        this.reason = reason;
    }

    /** Of a term that has no value where one of its parts is what the exception says. */
    static Fault undefined(int column, Numeric term, Numeric part, ArithmeticException cause) {
        return new Fault(column, shown(term) + " may have no value, as " + shown(part) + " " + cause.getMessage());
    }

    /** Of a term whose values are all beyond double precision. */
    static Fault tooLarge(int column, Numeric term) {
        return new Fault(column, shown(term) + " is too large");
    }

    private static String shown(Numeric term) {
        String text = term.toString();
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN - 3) + "...";
    }

    int column() {
        return column;
    }

    String reason() {
        return reason;
    }
}
