package dev.polylog.trainer.limit;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Gauss's quadrature: as many nodes and weights as integrate all polynomials of less than twice the degree.
 *
 * <p>Nodes are the zeros of the orthogonal polynomial of that degree, which those of the degree before separate, and are found by
 * bisection; weights are Christoffel's. Made once, so that clarity comes before speed.
 *
 * <p>Reference: Golub and Meurant, "Matrices, Moments and Quadrature with Applications", 2010.
 */
final class GaussRule {
    private static final int BISECTIONS = 100;
    /** Panels and nodes in each of them of the fine rule that stands for an integral. */
    private static final int PANELS = 24;

    private static final int PANEL_NODES = 12;

    private final double[] nodes;
    private final double[] weights;

    private GaussRule(double[] nodes, double[] weights) {
        this.nodes = nodes;
        this.weights = weights;
    }

    /** For the uniform law on an interval. */
    static GaussRule uniform(int size, double from, double to) {
        double[] alpha = new double[size];
        double[] beta = new double[size];
        for (int k = 1; k < size; k++) {
            beta[k] = k * k / (4.0 * k * k - 1);
        }
        GaussRule rule = of(alpha, beta, -1, 1);
        double middle = (from + to) / 2;
        for (int i = 0; i < size; i++) {
            rule.nodes[i] = middle + rule.nodes[i] * (to - from) / 2;
        }
        return rule;
    }

    /** For the law on an interval whose density is proportional to a function. */
    static GaussRule of(int size, double from, double to, DoubleUnaryOperator density) {
        double[] x = new double[PANELS * PANEL_NODES];
        double[] w = new double[x.length];
        double total = 0;
        for (int panel = 0; panel < PANELS; panel++) {
            double width = (to - from) / PANELS;
            GaussRule fine = uniform(PANEL_NODES, from + panel * width, from + (panel + 1) * width);
            for (int i = 0; i < PANEL_NODES; i++) {
                int at = panel * PANEL_NODES + i;
                x[at] = fine.nodes[i];
                w[at] = fine.weights[i] * density.applyAsDouble(x[at]);
                total += w[at];
            }
        }
        for (int i = 0; i < w.length; i++) {
            w[i] /= total;
        }
        return orthogonalize(size, from, to, x, w);
    }

    /** The recurrence of the polynomials that are orthogonal under a discrete law, by Stieltjes's procedure. */
    private static GaussRule orthogonalize(int size, double from, double to, double[] x, double[] w) {
        double[] alpha = new double[size];
        double[] beta = new double[size];
        double[] before = new double[x.length];
        double[] now = new double[x.length];
        Arrays.fill(now, 1);
        double squareBefore = 1;
        for (int k = 0; k < size; k++) {
            double square = 0;
            double first = 0;
            for (int i = 0; i < x.length; i++) {
                square += w[i] * now[i] * now[i];
                first += w[i] * x[i] * now[i] * now[i];
            }
            alpha[k] = first / square;
            beta[k] = k == 0 ? 0 : square / squareBefore;
            squareBefore = square;
            for (int i = 0; i < x.length; i++) {
                double next = (x[i] - alpha[k]) * now[i] - beta[k] * before[i];
                before[i] = now[i];
                now[i] = next;
            }
        }
        return of(alpha, beta, from, to);
    }

    /** From the recurrence {@code p_{k+1} = (x - alpha_k) p_k - beta_k p_{k-1}} of a law on an interval. */
    private static GaussRule of(double[] alpha, double[] beta, double from, double to) {
        int size = alpha.length;
        double[] zeros = {};
        for (int degree = 1; degree <= size; degree++) {
            double[] next = new double[degree];
            for (int i = 0; i < degree; i++) {
                next[i] = zero(alpha, beta, degree, i == 0 ? from : zeros[i - 1], i == degree - 1 ? to : zeros[i]);
            }
            zeros = next;
        }
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = 0;
            double norm = 1;
            for (int k = 0; k < size; k++) {
                norm *= k == 0 ? 1 : beta[k];
                double value = value(alpha, beta, k, zeros[i]);
                sum += value * value / norm;
            }
            weights[i] = 1 / sum;
        }
        return new GaussRule(zeros, weights);
    }

    private static double zero(double[] alpha, double[] beta, int degree, double from, double to) {
        boolean isPositive = value(alpha, beta, degree, from) > 0;
        double low = from;
        double high = to;
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = (low + high) / 2;
            if (value(alpha, beta, degree, middle) > 0 == isPositive) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double value(double[] alpha, double[] beta, int degree, double x) {
        double before = 0;
        double now = 1;
        for (int k = 0; k < degree; k++) {
            double next = (x - alpha[k]) * now - beta[k] * before;
            before = now;
            now = next;
        }
        return now;
    }

    int size() {
        return nodes.length;
    }

    double node(int i) {
        return nodes[i];
    }

    /** The weight of a node; all of them are 1 together. */
    double weight(int i) {
        return weights[i];
    }
}
