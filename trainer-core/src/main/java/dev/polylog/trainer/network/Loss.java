package dev.polylog.trainer.network;

import java.util.List;

/** What is minimised for one sample, as a function of its label t and the output f of the network. */
public sealed interface Loss permits LogisticLoss, SquaredLoss, HingeLoss {

    /** All losses; the registry of sweep files. */
    static List<Loss> all() {
        return List.of(new LogisticLoss(), new SquaredLoss(), new HingeLoss());
    }

    /** {@code l(t, f)}. */
    double value(double t, double f);

    /** {@code dl/df}; where l has a kink, a value between those on its two sides. */
    double slope(double t, double f);

    /** Whether it takes labels as two classes, -1 and +1, rather than as numbers. */
    boolean needsSigns();

    /**
     * Losses and slopes of a minibatch, or of a part of it.
     *
     * @param labels t: rows
     * @param outputs rows; f times the divisor, replaced by dl/df
     * @param divisor by which sums over neurons become f
     * @param sum losses of the rows before
     * @return the sum with the losses of these rows
     */
    default double differentiate(float[] labels, double[] outputs, int rows, double divisor, double sum) {
        double total = sum;
        for (int i = 0; i < rows; i++) {
            double f = outputs[i] / divisor;
            total += value(labels[i], f);
            outputs[i] = slope(labels[i], f);
        }
        return total;
    }
}
