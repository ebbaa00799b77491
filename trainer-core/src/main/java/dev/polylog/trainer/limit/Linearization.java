package dev.polylog.trainer.limit;

import java.util.Arrays;

/**
 * The gradient to first order in the output, where it is small: {@code l' = -y + f / 2}. Pre-activations are taken as normal, so
 * that all means are functions of the angles between neurons.
 *
 * <p>Reference: Cho and Saul, "Kernel methods for deep learning", 2009.
 */
final class Linearization {
    /** Mean square of an output that counts as small. */
    private static final double SMALL_SQUARE = 1e-5;
    /** Share of the label plane in the squares of the weights up to which pre-activations count as normal. */
    private static final double SMALL_SHARE = 0.02;

    private static final double TWO_PI = 2 * Math.PI;
    /** The loss of no output. */
    private static final double LOSS_AT_ZERO = 2 * StrictMath.log(2);

    private final SummaryStatistics state;
    private final LabelMeans labels;
    private final double clean;
    private final double[] norms;
    /** {@code E[f delta(h_j)]}. */
    private final double[] boundaries;
    /** {@code E[f relu(h_j)]}. */
    private final double[] products;

    /** @param clean {@code 1 - 2 q} */
    Linearization(SummaryStatistics state, LabelMeans labels, double clean) {
        this.state = state;
        this.labels = labels;
        this.clean = clean;
        this.norms = new double[state.width()];
        this.boundaries = new double[state.width()];
        this.products = new double[state.width()];
    }

    static double bytes(double width) {
        return Double.BYTES * 3 * width;
    }

    /** Whether the output is small at the state. */
    boolean isSmall() {
        int width = state.width();
        double plane = 0;
        double rest = 0;
        double mean = 0;
        double variance = 0;
        for (int j = 0; j < width; j++) {
            double a = state.outputs()[j];
            double square = state.variance(j);
            plane += state.s1()[j] * state.s1()[j] + state.s2()[j] * state.s2()[j];
            rest += square;
            mean += a * state.deviation(j) * NormalLaw.DENSITY_AT_ZERO / width;
            variance += a * a * square * (0.25 - 1 / TWO_PI);
            double row = 0;
            for (int l = 0; l < width; l++) {
                row += state.rest()[j * width + l] * state.outputs()[l];
            }
            variance += a * row / 4;
        }
        return plane <= SMALL_SHARE * rest && mean * mean + variance / width / width <= SMALL_SQUARE;
    }

    /** Computes the gradient, and returns the mean loss under training labels. */
    double compute(Gradient gradient) {
        int width = state.width();
        double[] a = state.outputs();
        for (int j = 0; j < width; j++) {
            norms[j] = Math.sqrt(state.s1()[j] * state.s1()[j] + state.s2()[j] * state.s2()[j] + state.variance(j));
        }
        Arrays.fill(boundaries, 0);
        Arrays.fill(products, 0);
        for (int j = 0; j < width; j++) {
            for (int l = 0; l < j; l++) {
                addPair(j, l, gradient);
            }
            gradient.noise()[j * width + j] = 0.5;
            gradient.drift()[j * width + j] = a[j] / (4 * width);
            products[j] += a[j] * norms[j] * norms[j] / (2 * width);
        }
        double outputSquare = 0;
        for (int j = 0; j < width; j++) {
            outputSquare += a[j] * products[j] / width;
            gradient.outputs()[j] = clean * labels.activation(j) - products[j] / 2;
            gradient.drift()[j * width + j] += boundaries[j] / 2 - clean * labels.boundary(j);
            gradient.plane1()[j] = clean * labels.plane1(j) - gates(gradient, j, state.s1()) / 2;
            gradient.plane2()[j] = clean * labels.plane2(j) - gates(gradient, j, state.s2()) / 2;
        }
        return LOSS_AT_ZERO - clean * labels.output() + outputSquare / 4;
    }

    private void addPair(int j, int l, Gradient gradient) {
        int width = state.width();
        double[] a = state.outputs();
        double product = state.rest()[j * width + l] + state.s1()[j] * state.s1()[l] + state.s2()[j] * state.s2()[l];
        double cosine = Math.max(-1, Math.min(1, product / (norms[j] * norms[l])));
        double sine = Math.sqrt(1 - cosine * cosine);
        double gates = 0.25 + arcSine(cosine) / TWO_PI;
        double activations = norms[j] * norms[l] * (sine / TWO_PI + cosine * gates) / width;
        gradient.noise()[j * width + l] = gates;
        gradient.drift()[j * width + l] = a[l] * gates / (2 * width);
        gradient.drift()[l * width + j] = a[j] * gates / (2 * width);
        products[j] += a[l] * activations;
        products[l] += a[j] * activations;
        boundaries[j] += a[l] * norms[l] / norms[j] * sine / (TWO_PI * width);
        boundaries[l] += a[j] * norms[j] / norms[l] * sine / (TWO_PI * width);
    }

    /** {@code E[f 1[h_j>0] z]} by Stein's lemma, for a coordinate z of the label plane and the weights of it. */
    private double gates(Gradient gradient, int j, double[] weights) {
        int width = state.width();
        double sum = 0;
        for (int l = 0; l < width; l++) {
            double gates = gradient.noise()[Math.max(j, l) * width + Math.min(j, l)];
            sum += state.outputs()[l] * gates * weights[l] / width;
        }
        return sum + boundaries[j] * weights[j];
    }

    /** By its series near zero, where most neurons are to each other. */
    private static double arcSine(double x) {
        if (Math.abs(x) > 0.25) {
            return StrictMath.asin(x);
        }
        double square = x * x;
        double series = Math.fma(square, 46189.0 / 5505024, 12155.0 / 1245184);
        series = Math.fma(series, square, 6435.0 / 557056);
        series = Math.fma(series, square, 143.0 / 10240);
        series = Math.fma(series, square, 231.0 / 13312);
        series = Math.fma(series, square, 63.0 / 2816);
        series = Math.fma(series, square, 35.0 / 1152);
        series = Math.fma(series, square, 5.0 / 112);
        series = Math.fma(series, square, 3.0 / 40);
        series = Math.fma(series, square, 1.0 / 6);
        return Math.fma(series * square, x, x);
    }
}
