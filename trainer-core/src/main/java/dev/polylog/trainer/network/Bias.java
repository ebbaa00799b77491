package dev.polylog.trainer.network;

/**
 * The thresholds of the hidden neurons.
 *
 * @param isTrained whether there are any; they are trained with the first layer
 * @param scale standard deviation of the first ones, which are normal; 0 starts them at zero
 */
public record Bias(boolean isTrained, double scale) {
    public Bias {
        if (!(scale >= 0 && Double.isFinite(scale))) {
            throw new IllegalArgumentException("Invalid bias-scale: " + scale + " (expected at least 0)");
        }
    }

    /** No biases. */
    public static Bias none() {
        return new Bias(false, 0);
    }

    /** Biases that are trained. */
    public static Bias trained(double scale) {
        return new Bias(true, scale);
    }

    @Override
    public String toString() {
        return isTrained ? "trained" : "none";
    }
}
