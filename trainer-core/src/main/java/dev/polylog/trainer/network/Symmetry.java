package dev.polylog.trainer.network;

/** What neurons without biases, {@code x -> s(w . x)}, have in common whatever their weights, and with them every sum of theirs. */
public enum Symmetry {
    /** {@code s(-h) = s(h)}: so is the network, {@code f(-x) = f(x)}. */
    EVEN,
    /** {@code s(-h) = -s(h)}: so is the network, {@code f(-x) = -f(x)}. */
    ODD,
    /** {@code s(h) - s(-h)} is linear in h: {@code f(x) - f(-x)} is linear in x. */
    EVEN_BUT_FOR_A_LINEAR_PART
}
