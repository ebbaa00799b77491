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
     * What passes through minibatches.
     *
     * @param maxRows most samples at a time
     */
    default LossPass pass(int maxRows) {
        return new PointwiseLossPass(this);
    }
}
