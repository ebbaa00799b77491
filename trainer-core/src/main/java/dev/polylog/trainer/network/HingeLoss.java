package dev.polylog.trainer.network;

/** {@code l(t, f) = max(0, 1 - t f)}, with slope 0 at the kink. */
public record HingeLoss() implements Loss {
    @Override
    public double value(double t, double f) {
        return Math.max(0, 1 - t * f);
    }

    @Override
    public double slope(double t, double f) {
        return t * f < 1 ? -t : 0;
    }

    @Override
    public boolean needsSigns() {
        return true;
    }

    @Override
    public String toString() {
        return "hinge";
    }
}
