package dev.polylog.trainer.limit;

/**
 * What the outputs of a two-layer ReLU network depend on where inputs are the label plane and many other coordinates: the output
 * weights a, the first layer in the plane, and the products of what the neurons have of the rest. Mutable: a {@link Recursion}
 * moves it.
 */
public final class SummaryStatistics {
    /** A neuron that has nothing of the rest counts as having so little. */
    private static final double LEAST_DEVIATION = 1e-100;

    private final int width;
    private final double[] outputs;
    private final double[] s1;
    private final double[] s2;
    private final double[] rest;

    /** All zero. */
    public SummaryStatistics(int width) {
        this.width = width;
        this.outputs = new double[width];
        this.s1 = new double[width];
        this.s2 = new double[width];
        this.rest = new double[Math.multiplyExact(width, width)];
    }

    /** Bytes of the statistics of a network. */
    static double bytes(double width) {
        return Double.BYTES * width * (width + 3);
    }

    /** p. */
    public int width() {
        return width;
    }

    /** a: width. The live array. */
    public double[] outputs() {
        return outputs;
    }

    /** {@code w.u1}, {@code u1 = (e1 - e2) / sqrt 2}: width. The live array. */
    public double[] s1() {
        return s1;
    }

    /** {@code w.u2}, {@code u2 = (e1 + e2) / sqrt 2}: width. The live array. */
    public double[] s2() {
        return s2;
    }

    /** Q, products of the other coordinates of w: width x width, symmetric. The live array. */
    public double[] rest() {
        return rest;
    }

    /** Mean square of what the rest of an input adds to a pre-activation. */
    double variance(int neuron) {
        double deviation = deviation(neuron);
        return deviation * deviation;
    }

    /** Its root, more than 0; not a number where the state is none. */
    double deviation(int neuron) {
        double square = rest[neuron * width + neuron];
        return Math.max(Math.sqrt(Math.max(square, 0)), LEAST_DEVIATION);
    }
}
