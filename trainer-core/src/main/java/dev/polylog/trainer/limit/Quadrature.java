package dev.polylog.trainer.limit;

import dev.polylog.trainer.linalg.Blas;
import dev.polylog.trainer.network.LogisticLoss;
import dev.polylog.trainer.network.Loss;
import java.util.Arrays;

/**
 * The gradient at any output, by quadrature over the label plane. Of {@code l' = -y + tanh(f / 2)} the labels' part is that of
 * {@link LabelMeans}, exact where the weights in the plane are tiny; here is the part of the hyperbolic tangent. What a neuron and
 * the output share given z enters to first order, by Stein's lemma.
 */
final class Quadrature {
    private final SummaryStatistics state;
    private final LabelMeans labels;
    private final OutputLaw law;
    private final double clean;
    private final Loss loss = new LogisticLoss();
    /** Weighted means of tanh(f/2), of its slope over p, and of l'^2, each of a node and its opposite: sums and differences. */
    private final double[] evenTanh;

    private final double[] oddTanh;
    private final double[] evenSlope;
    private final double[] oddSlope;
    private final double[] evenSquare;
    private final double[] oddSquare;
    private final double[] root;
    /** Factors of sums over nodes: width x nodes. */
    private final double[] scaled;

    private final double[] gates;
    private final double[] edges;
    private final double[] slopes;

    /** @param clean {@code 1 - 2 q} */
    Quadrature(SummaryStatistics state, LabelMeans labels, OutputLaw law, double clean) {
        this.state = state;
        this.labels = labels;
        this.law = law;
        this.clean = clean;
        int nodes = law.nodes();
        int width = state.width();
        this.evenTanh = new double[nodes];
        this.oddTanh = new double[nodes];
        this.evenSlope = new double[nodes];
        this.oddSlope = new double[nodes];
        this.evenSquare = new double[nodes];
        this.oddSquare = new double[nodes];
        this.root = new double[nodes];
        this.scaled = new double[Math.multiplyExact(width, nodes)];
        this.gates = new double[width * width];
        this.edges = new double[width * width];
        this.slopes = new double[width];
    }

    static double bytes(double width, double nodes) {
        return Double.BYTES * (nodes * (width + 7) + width * (2 * width + 1));
    }

    /** Computes the gradient from the law of the output at the state, and returns the mean loss under training labels. */
    double compute(Gradient gradient) {
        double meanLoss = computeSlopes();
        for (int j = 0; j < state.width(); j++) {
            computeNeuron(j, gradient);
        }
        multiply(evenSlope, oddSlope, gradient.drift());
        spread(gradient.drift());
        multiply(evenSquare, oddSquare, gradient.noise());
        return meanLoss + (1 - clean) * labels.output();
    }

    private double computeSlopes() {
        Arrays.fill(evenTanh, 0);
        Arrays.fill(oddTanh, 0);
        Arrays.fill(evenSlope, 0);
        Arrays.fill(oddSlope, 0);
        Arrays.fill(evenSquare, 0);
        Arrays.fill(oddSquare, 0);
        double meanLoss = 0;
        for (int n = 0; n < law.nodes(); n++) {
            meanLoss += addSlopes(n, 1) + addSlopes(n, -1);
        }
        return meanLoss;
    }

    /** Returns the node's share of the mean loss under clean labels. */
    private double addSlopes(int n, int side) {
        double mean = law.mean(n, side);
        double deviation = law.deviation(n, side);
        double tanh = 0;
        double square = 0;
        double value = 0;
        for (int point = 0; point < Spread.POINTS; point++) {
            double f = Spread.value(point, mean, deviation);
            double weight = Spread.weight(point) * law.weight(n);
            double t = 1 + loss.slope(1, f);
            tanh += weight * t;
            square += weight * t * t;
            value += weight * loss.value(law.label(n), f);
        }
        double slope = Math.max(0, law.weight(n) - square) / (2 * state.width());
        double slopeSquare = Math.max(0, law.weight(n) - 2 * clean * law.label(n) * tanh + square);
        evenTanh[n] += tanh;
        oddTanh[n] += side * tanh;
        evenSlope[n] += slope;
        oddSlope[n] += side * slope;
        evenSquare[n] += slopeSquare;
        oddSquare[n] += side * slopeSquare;
        return value;
    }

    /** What concerns one neuron: its gradients, and the diagonal B of the drift, which is left in {@code slopes}. */
    private void computeNeuron(int j, Gradient gradient) {
        int from = j * law.nodes();
        double[] halves = law.halves();
        double[] densities = law.densities();
        double[] shared = law.shared();
        double a = state.outputs()[j];
        double s1 = state.s1()[j];
        double s2 = state.s2()[j];
        double variance = state.variance(j);
        double others = law.sharedMean(j);
        double all = others + a * variance;
        double plane1 = 0;
        double plane2 = 0;
        double output = 0;
        double boundary = 0;
        for (int n = 0; n < law.nodes(); n++) {
            double half = halves[from + n];
            double density = densities[from + n];
            double share = shared[from + n];
            double mean = s1 * law.z1(n) + s2 * law.z2(n);
            double even = mean * half + variance * density;
            double gate = oddTanh[n] / 2
                    + evenTanh[n] * half
                    + oddSlope[n] * all * density / 2
                    + evenSlope[n] * (share * density + a * (mean / 4 - even * half));
            plane1 += law.z1(n) * gate;
            plane2 += law.z2(n) * gate;
            output += evenTanh[n] * even
                    + oddTanh[n] * mean / 2
                    + evenSlope[n] * (others / 4 + share * half + a * (mean * mean / 4 + variance / 2 - even * even))
                    + oddSlope[n] * (others * half / 2 + share / 2 + a * variance * half);
            boundary += density
                    * (evenTanh[n]
                            - evenSlope[n] * (share * mean / variance + a * even)
                            - oddSlope[n] * mean * (others / variance + a) / 2);
        }
        gradient.plane1()[j] = clean * labels.plane1(j) - plane1;
        gradient.plane2()[j] = clean * labels.plane2(j) - plane2;
        gradient.outputs()[j] = clean * labels.activation(j) - output;
        slopes[j] = boundary - clean * labels.boundary(j);
    }

    /** {@code E[g 1[h_j>0] 1[h_l>0]]} for a function g of z, given by its sums and differences: the lower triangle. */
    private void multiply(double[] even, double[] odd, double[] out) {
        int width = state.width();
        int nodes = law.nodes();
        double total = 0;
        for (int n = 0; n < nodes; n++) {
            root[n] = Math.sqrt(even[n]);
            total += even[n];
        }
        square(law.halves(), gates);
        square(law.densities(), edges);
        double[] halves = law.halves();
        for (int j = 0; j < width; j++) {
            double sum = 0;
            for (int n = 0; n < nodes; n++) {
                sum += odd[n] * halves[j * nodes + n];
            }
            out[j * width + j] = total / 2 + sum;
            scaled[j] = sum;
        }
        for (int j = 0; j < width; j++) {
            for (int l = 0; l < j; l++) {
                int at = j * width + l;
                out[at] = total / 4 + (scaled[j] + scaled[l]) / 2 + gates[at] + state.rest()[at] * edges[at];
            }
        }
    }

    /** {@code sum_n even_n x_jn x_ln}, lower triangle. */
    private void square(double[] x, double[] out) {
        int nodes = law.nodes();
        for (int j = 0; j < state.width(); j++) {
            for (int n = 0; n < nodes; n++) {
                scaled[j * nodes + n] = root[n] * x[j * nodes + n];
            }
        }
        Arrays.fill(out, 0);
        Blas.addSquare(scaled, out, state.width(), nodes);
    }

    /** Makes the drift of its symmetric factor. */
    private void spread(double[] drift) {
        int width = state.width();
        double[] a = state.outputs();
        for (int j = 0; j < width; j++) {
            for (int l = 0; l < j; l++) {
                double factor = drift[j * width + l];
                drift[j * width + l] = factor * a[l];
                drift[l * width + j] = factor * a[j];
            }
            drift[j * width + j] = drift[j * width + j] * a[j] + slopes[j];
        }
    }
}
