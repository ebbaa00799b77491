package dev.polylog.trainer.vector;

/** One sample after the other. Loss and slope share their exponential, the costly part of both. */
public final class PortableLogisticPass implements LogisticPass {
    private static final long ONE = Double.doubleToRawLongBits(1);

    @Override
    public void apply(double[] labels, double[] outputs, double[] decays, int rows, double divisor) {
        apply(labels, outputs, 0, rows, divisor);
    }

    static void apply(double[] labels, double[] outputs, int from, int to, double divisor) {
        for (int i = from; i < to; i++) {
            double label = labels[i];
            double margin = label * (outputs[i] / divisor);
            double decay = Exponential.decay(margin);
            labels[i] = loss(margin, decay);
            outputs[i] = slope(label, margin, decay);
        }
    }

    /** The loss at a margin {@code t f}, with {@code decay = exp(-|t f|)}. */
    public static double loss(double margin, double decay) {
        return 2 * (Math.max(-margin, 0) + Exponential.logOnePlus(decay));
    }

    /** The slope {@code -2 t / (1 + exp(t f))} there. */
    public static double slope(double label, double margin, double decay) {
        return -2 * label * decayOrOne(margin, decay) / (1 + decay);
    }

    /** The decay of a positive margin and 1 for a negative one, without a branch: signs of margins cannot be predicted. */
    private static double decayOrOne(double margin, double decay) {
        long isNegative = Double.doubleToRawLongBits(margin) >> 63;
        return Double.longBitsToDouble((Double.doubleToRawLongBits(decay) & ~isNegative) | (ONE & isNegative));
    }
}
