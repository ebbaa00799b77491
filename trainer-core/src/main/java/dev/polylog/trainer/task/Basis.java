package dev.polylog.trainer.task;

import java.util.Locale;

/** Where the coordinate axes lie. */
public enum Basis {
    /** As they are named. */
    AXES,
    /** Turned, so that the leading axes point in random directions. */
    ROTATED;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
