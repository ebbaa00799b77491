package dev.polylog.sweep.store;

import java.io.IOException;

/** A file system refuses to lock files. */
final class NoLocksException extends IOException {
    private static final long serialVersionUID = 1L;

    NoLocksException(IOException cause) {
        super(cause);
    }
}
