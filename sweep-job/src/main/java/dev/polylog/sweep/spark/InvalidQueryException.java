package dev.polylog.sweep.spark;

/** The text is not a query over the tables of a store. */
public final class InvalidQueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidQueryException(String message) {
        super(message);
    }

    /** What Spark says about the text; its trace is of no use to whoever wrote it. */
    InvalidQueryException(Exception cause) {
        super(String.valueOf(cause.getMessage()), cause);
    }
}
