package dev.polylog.trainer.observe;

import dev.polylog.trainer.network.TwoLayerNetwork;

/**
 * What the weights tell of the coordinates that a target depends on, whatever the target. Below, {@code u_j = w_j / |w_j|}
 * is the direction of a neuron; all sums are in double, over neurons in order.
 */
final class SubspaceStatistics {
    private final int coordinates;
    private final double[] means;
    private final double[] pairs;
    private final double[] u;
    private double squares;
    private double squaresInside;
    private double weightedSquares;
    private double weightedSquaresInside;
    private double totalWeight;

    /**
     * @param network in the axes of the labels
     * @param coordinates k, number of leading coordinates that the label depends on
     */
    SubspaceStatistics(TwoLayerNetwork network, int coordinates) {
        this.coordinates = coordinates;
        this.means = new double[coordinates];
        this.pairs = new double[coordinates * coordinates];
        this.u = new double[coordinates];
        for (int j = 0; j < network.width(); j++) {
            add(network, j);
        }
    }

    private void add(TwoLayerNetwork network, int j) {
        int d = network.d();
        float[] w = network.hiddenWeights();
        double a = network.outputWeights()[j];
        double inside = 0;
        double all = 0;
        for (int k = 0; k < d; k++) {
            double square = (double) w[j * d + k] * w[j * d + k];
            all += square;
            inside += k < coordinates ? square : 0;
        }
        squares += all;
        squaresInside += inside;
        weightedSquares += a * a * all;
        weightedSquaresInside += a * a * inside;
        double norm = Math.sqrt(all);
        if (norm > 0) {
            addMoments(w, j * d, a * norm, norm);
        }
    }

    private void addMoments(float[] w, int from, double weight, double norm) {
        totalWeight += Math.abs(weight);
        for (int k = 0; k < coordinates; k++) {
            u[k] = w[from + k] / norm;
            means[k] += weight * u[k];
            for (int l = 0; l < k; l++) {
                pairs[k * coordinates + l] += weight * u[k] * u[l];
            }
        }
    }

    /** Share of the first layer's squared norm in these coordinates; not a number if that is zero. */
    double overlap() {
        return squaresInside / squares;
    }

    /** The same with each neuron weighted by {@code a_j^2}. */
    double weightedOverlap() {
        return weightedSquaresInside / weightedSquares;
    }

    /** {@code |sum_j a_j |w_j| u_j| / sum_j |a_j| |w_j|}, u_j restricted to these coordinates: from 0 to 1. */
    double firstAlignment() {
        double square = 0;
        for (double mean : means) {
            square += mean * mean;
        }
        return Math.sqrt(square) / totalWeight;
    }

    /**
     * {@code 2 sqrt(sum_{k < l} (sum_j a_j |w_j| u_jk u_jl)^2) / sum_j |a_j| |w_j|}: from 0, and 1 for two coordinates where
     * all neurons lie on the diagonals with the signs of XOR; not a number with one coordinate.
     */
    double secondAlignment() {
        double square = 0;
        for (double pair : pairs) {
            square += pair * pair;
        }
        return coordinates < 2 ? Double.NaN : 2 * Math.sqrt(square) / totalWeight;
    }
}
