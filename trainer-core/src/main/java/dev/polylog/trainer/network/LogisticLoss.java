package dev.polylog.trainer.network;

/**
 * {@code l(y, f) = 2 log(1 + exp(-y f))}, whose slope has modulus 1 at f = 0.
 *
 * <p>Computed through {@code exp(-|y f|)}, which neither overflows nor cancels.
 */
public final class LogisticLoss {
    private LogisticLoss() {}

    public static double value(double label, double output) {
        double margin = label * output;
        return valueAt(margin, decay(margin));
    }

    /** {@code dl/df = -2 y / (1 + exp(y f))}. */
    public static double slope(double label, double output) {
        double margin = label * output;
        return slopeAt(label, margin, decay(margin));
    }

    /** {@code exp(-|y f|)}, the costly part of value and slope, from the margin {@code y f}. */
    public static double decay(double margin) {
        return StrictMath.exp(-Math.abs(margin));
    }

    /** The loss at a margin and its {@link #decay}. */
    public static double valueAt(double margin, double decay) {
        return 2 * (Math.max(-margin, 0) + StrictMath.log1p(decay));
    }

    /** The slope at a margin and its {@link #decay}. */
    public static double slopeAt(double label, double margin, double decay) {
        return -2 * label * (margin >= 0 ? decay : 1) / (1 + decay);
    }
}
