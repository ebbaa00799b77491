package dev.polylog.trainer.engine;

import java.util.Locale;

/** The arithmetic of weights and matrix products; losses are in double under either. */
public enum Precision {
    SINGLE,
    /** The oracle of the engines in single precision; several times slower, for dense steps only. */
    DOUBLE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
