package dev.polylog.trainer.observe;

import dev.polylog.trainer.network.TwoLayerNetwork;

/**
 * How far neurons share what they have learned outside of the label plane: the mean over pairs of
 * {@code sign(a_j a_k) cos(w_perp_j, w_perp_k)}. Batch noise is common to all neurons and makes it grow.
 */
final class RestOverlap {
    private RestOverlap() {}

    /** Over pairs of neurons that have a rest, by the square of the sum of their directions; NaN if there is none. */
    static double of(TwoLayerNetwork network) {
        int d = network.d();
        float[] w = network.hiddenWeights();
        double[] sum = new double[Math.max(0, d - 2)];
        double neurons = 0;
        for (int j = 0; j < network.width(); j++) {
            int start = j * d + 2;
            double square = 0;
            for (int k = 0; k < sum.length; k++) {
                square += (double) w[start + k] * w[start + k];
            }
            if (square > 0) {
                double scale = (network.outputWeights()[j] >= 0 ? 1 : -1) / Math.sqrt(square);
                for (int k = 0; k < sum.length; k++) {
                    sum[k] += scale * w[start + k];
                }
                neurons++;
            }
        }
        double squareOfSum = 0;
        for (double coordinate : sum) {
            squareOfSum += coordinate * coordinate;
        }
        return neurons < 2 ? Double.NaN : (squareOfSum - neurons) / (neurons * (neurons - 1));
    }
}
