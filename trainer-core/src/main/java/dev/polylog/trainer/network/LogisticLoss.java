package dev.polylog.trainer.network;

/** {@code l(t, f) = 2 log(1 + exp(-t f))}, whose slope {@code -2 t / (1 + exp(t f))} has modulus 1 at f = 0. */
public record LogisticLoss() implements Loss {
    private static final long ONE = Double.doubleToRawLongBits(1);

    @Override
    public double value(double t, double f) {
        double margin = t * f;
        return valueAt(margin, Exponential.decay(margin));
    }

    @Override
    public double slope(double t, double f) {
        double margin = t * f;
        return slopeAt(t, margin, Exponential.decay(margin));
    }

    @Override
    public boolean needsSigns() {
        return true;
    }

    /** Value and slope share their exponential, the costly part of both. */
    @Override
    public double differentiate(float[] labels, double[] outputs, int rows, double divisor, double sum) {
        double total = sum;
        for (int i = 0; i < rows; i++) {
            double margin = labels[i] * (outputs[i] / divisor);
            double decay = Exponential.decay(margin);
            total += valueAt(margin, decay);
            outputs[i] = slopeAt(labels[i], margin, decay);
        }
        return total;
    }

    private static double valueAt(double margin, double decay) {
        return 2 * (Math.max(-margin, 0) + Exponential.logOnePlus(decay));
    }

    private static double slopeAt(double label, double margin, double decay) {
        return -2 * label * decayOrOne(margin, decay) / (1 + decay);
    }

    /** The decay of a positive margin and 1 for a negative one, without a branch: signs of margins cannot be predicted. */
    private static double decayOrOne(double margin, double decay) {
        long isNegative = Double.doubleToRawLongBits(margin) >> 63;
        return Double.longBitsToDouble((Double.doubleToRawLongBits(decay) & ~isNegative) | (ONE & isNegative));
    }

    @Override
    public String toString() {
        return "logistic";
    }
}
