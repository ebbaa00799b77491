package dev.polylog.trainer.network;

/** {@code l(t, f) = (f - t)^2}, for labels of any kind; its slope is {@code -2 t} at f = 0. */
public record SquaredLoss() implements Loss {
    @Override
    public double value(double t, double f) {
        return (f - t) * (f - t);
    }

    @Override
    public double slope(double t, double f) {
        return 2 * (f - t);
    }

    @Override
    public boolean needsSigns() {
        return false;
    }

    @Override
    public String toString() {
        return "squared";
    }
}
