package dev.polylog.sweep.spark;

/** The text is not a query over the tables of a store. */
public final class InvalidQueryException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidQueryException(String message) {
        super(message);
    }
}
