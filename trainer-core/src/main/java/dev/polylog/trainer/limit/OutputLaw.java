package dev.polylog.trainer.limit;

import dev.polylog.trainer.linalg.Blas;
import java.util.Arrays;
import java.util.List;

/**
 * Mean and variance of the output given the label plane, at the nodes of a quadrature. Given z, pre-activations are normal with
 * means {@code s_j.z} and covariance Q; what neurons share enters to first order in Q.
 *
 * <p>With {@code Phi(x) = 1/2 + C(x)}, C odd, a node z and its opposite share all functions of a neuron: what is even in z is
 * kept apart from what is odd.
 */
final class OutputLaw {
    private final SummaryStatistics state;
    private final List<LabelPlane.Node> nodes;
    private final double[] z1;
    private final double[] z2;
    /** C: width x nodes. */
    private final double[] halves;
    /** Density of h_j at zero: width x nodes. */
    private final double[] densities;
    /** {@code sum_l Q_jl a_l C_l} over other neurons l: width x nodes. */
    private final double[] shared;

    private final double[] sharing;
    private final double[] sharedMeans;
    private final double[] evenMean;
    private final double[] oddMean;
    private final double[] evenVariance;
    private final double[] oddVariance;

    OutputLaw(LabelPlane plane, SummaryStatistics state) {
        this.state = state;
        this.nodes = plane.nodes();
        int count = nodes.size();
        int elements = Math.multiplyExact(state.width(), count);
        this.z1 = nodes.stream().mapToDouble(LabelPlane.Node::z1).toArray();
        this.z2 = nodes.stream().mapToDouble(LabelPlane.Node::z2).toArray();
        this.halves = new double[elements];
        this.densities = new double[elements];
        this.shared = new double[elements];
        this.sharing = new double[state.rest().length];
        this.sharedMeans = new double[state.width()];
        this.evenMean = new double[count];
        this.oddMean = new double[count];
        this.evenVariance = new double[count];
        this.oddVariance = new double[count];
    }

    static double bytes(double width, double nodes) {
        return Double.BYTES * (3 * width * nodes + width * (width + 1) + 6 * nodes);
    }

    /** Computes the law at the state. */
    void compute() {
        int width = state.width();
        int count = nodes.size();
        double[] a = state.outputs();
        computeNeurons();
        for (int j = 0; j < width; j++) {
            double sum = 0;
            for (int l = 0; l < width; l++) {
                double product = l == j ? 0 : state.rest()[j * width + l] * a[l];
                sharing[j * width + l] = product;
                sum += product;
            }
            sharedMeans[j] = sum;
        }
        Blas.multiply(sharing, halves, 0, shared, width, width, count);
        Arrays.fill(evenMean, 0);
        Arrays.fill(oddMean, 0);
        Arrays.fill(evenVariance, 0);
        Arrays.fill(oddVariance, 0);
        for (int j = 0; j < width; j++) {
            addNeuron(j);
        }
    }

    private void computeNeurons() {
        int count = nodes.size();
        for (int j = 0; j < state.width(); j++) {
            double deviation = state.deviation(j);
            double x1 = state.s1()[j] / deviation;
            double x2 = state.s2()[j] / deviation;
            int from = j * count;
            for (int n = 0; n < count; n++) {
                halves[from + n] = x1 * z1[n] + x2 * z2[n];
            }
            NormalLaw.replace(halves, densities, from, count, 1 / deviation);
        }
    }

    private void addNeuron(int j) {
        int count = nodes.size();
        int from = j * count;
        double a = state.outputs()[j] / state.width();
        double s1 = state.s1()[j];
        double s2 = state.s2()[j];
        double variance = state.variance(j);
        double scaledShare = sharedMeans[j] / state.width();
        double full = a * variance + scaledShare;
        for (int n = 0; n < count; n++) {
            double mean = s1 * z1[n] + s2 * z2[n];
            double half = halves[from + n];
            double even = mean * half + variance * densities[from + n];
            evenMean[n] += a * even;
            oddMean[n] += a * mean / 2;
            evenVariance[n] += a * a * (mean * mean / 4 + variance / 2 - even * even)
                    + a * (scaledShare / 4 + shared[from + n] / state.width() * half);
            oddVariance[n] += a * half * full;
        }
    }

    /** Nodes without their opposites. */
    int nodes() {
        return nodes.size();
    }

    double z1(int node) {
        return z1[node];
    }

    double z2(int node) {
        return z2[node];
    }

    /** Weight of a node, and of its opposite. */
    double weight(int node) {
        return nodes.get(node).weight();
    }

    int label(int node) {
        return nodes.get(node).label();
    }

    /**
     * Mean of f given z.
     *
     * @param side 1 for a node, -1 for its opposite
     */
    double mean(int node, int side) {
        return evenMean[node] + side * oddMean[node];
    }

    /** Standard deviation of f given z. */
    double deviation(int node, int side) {
        return Math.sqrt(Math.max(0, evenVariance[node] + side * oddVariance[node]));
    }

    /** C at all nodes: width x nodes. The live array. */
    double[] halves() {
        return halves;
    }

    /** Densities of pre-activations at zero: width x nodes. The live array. */
    double[] densities() {
        return densities;
    }

    /** What a neuron has of the others at all nodes, {@code sum_l Q_jl a_l C_l}: width x nodes. The live array. */
    double[] shared() {
        return shared;
    }

    /** {@code sum_l Q_jl a_l} over the other neurons. */
    double sharedMean(int neuron) {
        return sharedMeans[neuron];
    }
}
