package dev.polylog.trainer.observe;

import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.task.InputLaw.FourPoints;
import dev.polylog.trainer.task.TargetFunction;

/** What a small network does at the four points. */
final class PointStatistics {
    /** Two neurons are a mirror pair if the cosine of their weights is below. */
    private static final double MIRROR = -0.95;

    private final TwoLayerNetwork network;
    private final TargetFunction target;
    private final FirstLayer first;

    PointStatistics(TwoLayerNetwork network, TargetFunction target, FirstLayer first) {
        this.network = network;
        this.target = target;
        this.first = first;
    }

    /** Number of points of the given value of the target, -1 or +1, at which no neuron has a positive pre-activation. */
    double dead(int value) {
        int dead = 0;
        for (int point = 0; point < FourPoints.COUNT; point++) {
            float[] x = {FourPoints.x1(point), FourPoints.x2(point)};
            dead += target.value(x, 0) == value && !isAlive(x) ? 1 : 0;
        }
        return dead;
    }

    private boolean isAlive(float[] x) {
        for (int j = 0; j < network.width(); j++) {
            if (network.preActivation(j, x[0], x[1]) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Pairs of neurons whose weights have a cosine below -0.95. */
    double mirrorPairs() {
        int pairs = 0;
        int d = network.d();
        float[] w = network.hiddenWeights();
        for (int i = 0; i < network.width(); i++) {
            for (int j = 0; j < i; j++) {
                double product = 0;
                for (int k = 0; k < d; k++) {
                    product += (double) w[i * d + k] * w[j * d + k];
                }
                pairs += product < MIRROR * FirstLayer.norm(w, i, d) * FirstLayer.norm(w, j, d) ? 1 : 0;
            }
        }
        return pairs;
    }

    /** Mean over neurons of the angle between their weights now and at the start, in radians. */
    double meanAngle() {
        double sum = 0;
        for (int j = 0; j < network.width(); j++) {
            sum += first.angle(network, j);
        }
        return sum / network.width();
    }

    /** Mean over neurons of the norm of their weights over what it was at the start. */
    double meanGrowth() {
        double sum = 0;
        for (int j = 0; j < network.width(); j++) {
            sum += first.growth(network, j);
        }
        return sum / network.width();
    }
}
