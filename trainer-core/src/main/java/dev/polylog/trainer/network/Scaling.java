package dev.polylog.trainer.network;

import java.util.Locale;

/**
 * The factor c between the sum over neurons and the output. Gradients are taken of the sum, that is, scaled by 1 / c: a
 * neuron moves as far at any width.
 */
public enum Scaling {
    /** {@code c = 1 / p}. */
    MEAN_FIELD,
    /** {@code c = 1}. */
    STANDARD;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
