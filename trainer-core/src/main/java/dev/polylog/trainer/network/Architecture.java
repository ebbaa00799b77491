package dev.polylog.trainer.network;

import java.util.NoSuchElementException;

/**
 * What learns: a two-layer network {@code f(x) = c sum_j a_j s(w_j . x + b_j)}.
 *
 * @param neurons p, or the limit of infinitely many
 * @param activation s
 * @param bias whether the hidden neurons have biases b
 * @param output whether the output weights a are trained
 * @param scaling which says c
 */
public record Architecture(Width neurons, Activation activation, Bias bias, Output output, Scaling scaling) {
    /** A network of a number of neurons. */
    public Architecture(int width, Activation activation, Bias bias, Output output, Scaling scaling) {
        this(Width.of(width), activation, bias, output, scaling);
    }

    /** ReLU neurons without biases and with trained outputs, in mean-field scaling. */
    public static Architecture ofWidth(int width) {
        return new Architecture(width, new Activation.Relu(), Bias.none(), new Output.Trained(), Scaling.MEAN_FIELD);
    }

    /**
     * p.
     *
     * @throws NoSuchElementException in the limit of infinite width
     */
    public int width() {
        return neurons.neurons().orElseThrow();
    }

    /** Whether it is {@link #ofWidth}, of some width. */
    public boolean isPlain() {
        return equals(new Architecture(
                neurons, new Activation.Relu(), Bias.none(), new Output.Trained(), Scaling.MEAN_FIELD));
    }

    /** The number by which sums over neurons are divided: 1 / c. */
    public double divisor() {
        return scaling == Scaling.MEAN_FIELD ? width() : 1;
    }
}
