package dev.polylog.sweep.grid;

import org.jspecify.annotations.Nullable;

/** A cell whose expressions give no valid specification. */
public final class InvalidCellException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object origin;

    InvalidCellException(String message, @Nullable Object origin) {
        super(message, null, false, false);
        this.origin = origin;
    }

    /** The same problem, blamed on what was evaluated if nothing else is to blame. */
    InvalidCellException in(Object evaluated) {
        return origin == null ? new InvalidCellException(String.valueOf(getMessage()), evaluated) : this;
    }

    /** The expression, condition or setting at fault, if it is known. */
    public @Nullable Object origin() {
        return origin;
    }
}
