package dev.polylog.trainer.observe;

import dev.polylog.trainer.network.TwoLayerNetwork;
import java.util.ArrayList;
import java.util.List;

/**
 * One neuron at one step.
 *
 * @param outputWeight a
 * @param w1 first coordinate of w
 * @param w2 second coordinate of w
 * @param perpendicularNorm norm of the other coordinates of w
 */
public record NeuronSnapshot(
        long step, int neuron, double outputWeight, double w1, double w2, double perpendicularNorm) {

    static List<NeuronSnapshot> of(TwoLayerNetwork network, long step) {
        List<NeuronSnapshot> neurons = new ArrayList<>(network.width());
        int d = network.d();
        float[] w = network.hiddenWeights();
        for (int j = 0; j < network.width(); j++) {
            double square = 0;
            for (int k = j * d + 2; k < (j + 1) * d; k++) {
                square += (double) w[k] * w[k];
            }
            neurons.add(
                    new NeuronSnapshot(step, j, network.outputWeights()[j], w[j * d], w[j * d + 1], Math.sqrt(square)));
        }
        return neurons;
    }
}
