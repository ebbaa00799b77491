package dev.polylog.sweep.analysis.growth;

/**
 * A neuron of a snapshot, in the label plane.
 *
 * @param outputWeight a
 * @param w1 first coordinate of w
 * @param w2 second coordinate of w
 * @param bias b; 0 without biases
 */
public record Neuron(double outputWeight, double w1, double w2, double bias) {
    /** One without a bias. */
    public Neuron(double outputWeight, double w1, double w2) {
        this(outputWeight, w1, w2, 0);
    }

    /** The unit direction that grows: (e1 - e2) / sqrt 2 for a at or above 0, (e1 + e2) / sqrt 2 below. */
    double signalOf(Neuron other) {
        return (outputWeight >= 0 ? other.w1 - other.w2 : other.w1 + other.w2) * Math.sqrt(0.5);
    }
}
