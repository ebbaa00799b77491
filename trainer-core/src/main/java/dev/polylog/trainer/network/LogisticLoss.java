package dev.polylog.trainer.network;

import dev.polylog.trainer.vector.Exponential;
import dev.polylog.trainer.vector.PortableLogisticPass;

/** {@code l(t, f) = 2 log(1 + exp(-t f))}, whose slope {@code -2 t / (1 + exp(t f))} has modulus 1 at f = 0. */
public record LogisticLoss() implements Loss {
    @Override
    public double value(double t, double f) {
        double margin = t * f;
        return PortableLogisticPass.loss(margin, Exponential.decay(margin));
    }

    @Override
    public double slope(double t, double f) {
        double margin = t * f;
        return PortableLogisticPass.slope(t, margin, Exponential.decay(margin));
    }

    @Override
    public boolean needsSigns() {
        return true;
    }

    @Override
    public LossPass pass(int maxRows) {
        return new LogisticLossPass(maxRows);
    }

    @Override
    public String toString() {
        return "logistic";
    }
}
