package dev.polylog.sweep.store;

import java.io.IOException;

/** A store cannot be used; the message says what to do. */
public final class StoreException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The folder is not what was asked for. */
        WRONG_FOLDER,
        /** Another process writes to it. */
        LOCKED
    }

    private final Reason reason;

    StoreException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
