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
        return 2 * (Math.max(-margin, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(margin))));
    }

    /** {@code dl/df = -2 y / (1 + exp(y f))}. */
    public static double slope(double label, double output) {
        double margin = label * output;
        double decay = StrictMath.exp(-Math.abs(margin));
        return -2 * label * (margin >= 0 ? decay : 1) / (1 + decay);
    }
}
