package dev.polylog.trainer.observe;

import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.task.InputLaw.FourPoints;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One neuron at one step.
 *
 * @param outputWeight a
 * @param w1 first coordinate of w
 * @param w2 second coordinate of w
 * @param perpendicularNorm norm of the other coordinates of w
 * @param bias b, or null without biases
 * @param angleFromStart angle between w and the first w, in radians; null if one of them is zero
 * @param normFromStart norm of w over that of the first w; null if that is zero
 * @param distances signed distances of the four points from the line {@code w.x + b = 0}, positive where the neuron is active;
 *     empty for other inputs, or if w is zero
 */
public record NeuronSnapshot(
        long step,
        int neuron,
        double outputWeight,
        double w1,
        double w2,
        double perpendicularNorm,
        @Nullable Double bias,
        @Nullable Double angleFromStart,
        @Nullable Double normFromStart,
        List<Double> distances) {

    /** The distance of one of the four points; null where there is none. */
    public @Nullable Double distance(int point) {
        return distances.isEmpty() ? null : distances.get(point);
    }

    /**
     * Every neuron of a network.
     *
     * @param network in the axes of the labels
     * @param first its first layer before the first step
     * @param haveDistances whether inputs are the four points
     */
    static List<NeuronSnapshot> of(TwoLayerNetwork network, FirstLayer first, long step, boolean haveDistances) {
        List<NeuronSnapshot> neurons = new ArrayList<>(network.width());
        int d = network.d();
        float[] w = network.hiddenWeights();
        for (int j = 0; j < network.width(); j++) {
            double square = 0;
            for (int k = j * d + 2; k < (j + 1) * d; k++) {
                square += (double) w[k] * w[k];
            }
            neurons.add(new NeuronSnapshot(
                    step,
                    j,
                    network.outputWeights()[j],
                    w[j * d],
                    w[j * d + 1],
                    Math.sqrt(square),
                    network.hasBiases() ? (double) network.biases()[j] : null,
                    defined(first.angle(network, j)),
                    defined(first.growth(network, j)),
                    haveDistances ? distances(network, j) : List.of()));
        }
        return neurons;
    }

    private static List<Double> distances(TwoLayerNetwork network, int j) {
        double norm = FirstLayer.norm(network.hiddenWeights(), j, network.d());
        List<Double> distances = new ArrayList<>(FourPoints.COUNT);
        for (int point = 0; point < FourPoints.COUNT && norm > 0; point++) {
            distances.add(network.preActivation(j, FourPoints.x1(point), FourPoints.x2(point)) / norm);
        }
        return distances;
    }

    private static @Nullable Double defined(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
