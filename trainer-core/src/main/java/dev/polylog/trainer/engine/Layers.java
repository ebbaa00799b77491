package dev.polylog.trainer.engine;

import java.util.Locale;

/** Which layers are trained; the others keep their first weights. */
public enum Layers {
    BOTH,
    FIRST,
    /** The kernel control: a linear model on random features. */
    SECOND;

    public boolean trainFirst() {
        return this != SECOND;
    }

    public boolean trainSecond() {
        return this != FIRST;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
