package dev.polylog.trainer.network;

/**
 * What learns: a two-layer network {@code f(x) = c sum_j a_j s(w_j . x + b_j)}.
 *
 * @param width p, number of hidden neurons
 * @param activation s
 * @param bias whether the hidden neurons have biases b
 * @param output whether the output weights a are trained
 * @param scaling which says c
 */
public record Architecture(int width, Activation activation, Bias bias, Output output, Scaling scaling) {
    public Architecture {
        if (width < 1) {
            throw new IllegalArgumentException("Invalid width: " + width + " (expected at least 1)");
        }
    }

    /** ReLU neurons without biases and with trained outputs, in mean-field scaling. */
    public static Architecture ofWidth(int width) {
        return new Architecture(width, new Activation.Relu(), Bias.none(), new Output.Trained(), Scaling.MEAN_FIELD);
    }

    /** The number by which sums over neurons are divided: 1 / c. */
    public double divisor() {
        return scaling == Scaling.MEAN_FIELD ? width : 1;
    }
}
