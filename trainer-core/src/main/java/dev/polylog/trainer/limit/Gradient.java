package dev.polylog.trainer.limit;

/** The means that a step of the recursion takes, at one state of p neurons; l' is the slope of the loss in the output. */
final class Gradient {
    private final double[] plane1;
    private final double[] plane2;
    private final double[] outputs;
    private final double[] drift;
    private final double[] noise;

    Gradient(int width) {
        this.plane1 = new double[width];
        this.plane2 = new double[width];
        this.outputs = new double[width];
        this.drift = new double[Math.multiplyExact(width, width)];
        this.noise = new double[drift.length];
    }

    static double bytes(double width) {
        return Double.BYTES * width * (2 * width + 3);
    }

    /** {@code -E[l' 1[h_j>0] z1]}: width. The live array. */
    double[] plane1() {
        return plane1;
    }

    /** {@code -E[l' 1[h_j>0] z2]}: width. The live array. */
    double[] plane2() {
        return plane2;
    }

    /** {@code -E[l' relu(h_j)]}: width. The live array. */
    double[] outputs() {
        return outputs;
    }

    /** G of {@code E[l' 1[h_j>0] x] = sum_l G_jl w_l} on the rest: width x width. The live array. */
    double[] drift() {
        return drift;
    }

    /** {@code E[l'^2 1[h_j>0] 1[h_l>0]]}, its lower triangle: width x width. The live array. */
    double[] noise() {
        return noise;
    }
}
