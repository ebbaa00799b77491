package dev.polylog.trainer.network;

import java.util.OptionalInt;

/**
 * Number of hidden neurons, p, or the limit of infinitely many.
 *
 * @param neurons p; empty in the limit
 */
public record Width(OptionalInt neurons) {
    public static final Width INFINITE = new Width(OptionalInt.empty());

    public Width {
        if (neurons.isPresent() && neurons.getAsInt() < 1) {
            throw new IllegalArgumentException("Invalid width: " + neurons.getAsInt() + " (expected at least 1)");
        }
    }

    public static Width of(int neurons) {
        return new Width(OptionalInt.of(neurons));
    }

    public boolean isInfinite() {
        return neurons.isEmpty();
    }

    /** The number, or {@code infinite}. */
    @Override
    public String toString() {
        return isInfinite() ? "infinite" : Integer.toString(neurons.getAsInt());
    }
}
