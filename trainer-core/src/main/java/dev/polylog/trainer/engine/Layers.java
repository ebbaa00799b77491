package dev.polylog.trainer.engine;

import java.util.Locale;

/** Which layers are trained; the others keep their weights. */
public enum Layers {
    BOTH,
    FIRST,
    /** The kernel control: a linear model on random features. */
    SECOND,
    /** The first layer up to a step, the second one after it. */
    FIRST_THEN_SECOND;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
