package dev.polylog.sweep.analysis.growth;

import java.util.List;

/** Directions of neurons in the label plane. */
public final class Angles {
    private Angles() {}

    /**
     * The mean of -cos(4 phi), weighted by mass |a| |(w1, w2)|, phi being the angle of (w1, w2). The four directions (±e1 ± e2) / sqrt 2
     * have 1, the axes between them -1. NaN without mass.
     *
     * <p>cos(4 phi) is 1 - 8 w1^2 w2^2 / (w1^2 + w2^2)^2, without an angle.
     */
    public static double concentration(List<Neuron> neurons) {
        double sum = 0;
        double mass = 0;
        for (Neuron neuron : neurons) {
            double square = neuron.w1() * neuron.w1() + neuron.w2() * neuron.w2();
            if (square > 0) {
                double weight = Math.abs(neuron.outputWeight()) * Math.sqrt(square);
                double product = neuron.w1() * neuron.w2() / square;
                sum += weight * (8 * product * product - 1);
                mass += weight;
            }
        }
        return sum / mass;
    }
}
