package dev.polylog.trainer.observe;

import dev.polylog.trainer.network.TwoLayerNetwork;
import java.util.Arrays;

/**
 * What the weights alone tell, for targets on the plane of the first two coordinates.
 *
 * <p>Each neuron's w splits into w_sig (projection on its signal direction: mu1 if a >= 0, else mu2), w_opp (projection on
 * the other direction of the plane) and w_perp (the rest). All sums are in double, over neurons in order.
 */
final class NeuronStatistics {
    private static final double SQRT2 = Math.sqrt(2);

    private final int width;
    private final double[] mass = new double[4];
    private final double[] heavy = new double[4];
    private final double[] signalToRest;
    private double signalSquares;
    private double oppositeSquares;
    private double perpendicularSquares;
    private double outputSquares;
    private double residualMass;
    private double signalWeight;
    private double totalWeight;
    private double layerGap = Double.POSITIVE_INFINITY;

    /** @param zeta a neuron is heavy if {@code |w_perp| + |w_opp| <= zeta |w_sig|} */
    NeuronStatistics(TwoLayerNetwork network, double zeta) {
        width = network.width();
        signalToRest = new double[width];
        for (int j = 0; j < width; j++) {
            add(network, j, zeta);
        }
        Arrays.sort(signalToRest);
    }

    private void add(TwoLayerNetwork network, int j, double zeta) {
        int d = network.d();
        float[] w = network.hiddenWeights();
        double a = network.outputWeights()[j];
        double w1 = w[j * d];
        double w2 = w[j * d + 1];
        double onMu1 = Math.abs(w1 - w2) / SQRT2;
        double onMu2 = Math.abs(w1 + w2) / SQRT2;
        double signal = a >= 0 ? onMu1 : onMu2;
        double opposite = a >= 0 ? onMu2 : onMu1;
        double perpendicularSquare = 0;
        for (int k = j * d + 2; k < (j + 1) * d; k++) {
            perpendicularSquare += (double) w[k] * w[k];
        }
        double perpendicular = Math.sqrt(perpendicularSquare);
        double norm = Math.sqrt(signal * signal + opposite * opposite + perpendicularSquare);
        double rest = perpendicular + opposite;
        int block = Block.of(a, w1, w2).index();

        signalSquares += signal * signal;
        oppositeSquares += opposite * opposite;
        perpendicularSquares += perpendicularSquare;
        outputSquares += a * a;
        mass[block] += Math.abs(a) * signal / width;
        residualMass += Math.abs(a) * Math.sqrt(opposite * opposite + perpendicularSquare) / width;
        signalWeight += Math.abs(a) * signal;
        totalWeight += Math.abs(a) * norm;
        layerGap = Math.min(layerGap, norm - Math.abs(a));
        signalToRest[j] = signal == 0 ? 0 : signal / rest;
        if (rest <= zeta * signal) {
            heavy[block] += 1.0 / width;
        }
    }

    double signalNorm() {
        return Math.sqrt(signalSquares / width);
    }

    double oppositeNorm() {
        return Math.sqrt(oppositeSquares / width);
    }

    double perpendicularNorm() {
        return Math.sqrt(perpendicularSquares / width);
    }

    double outputNorm() {
        return Math.sqrt(outputSquares / width);
    }

    double mass(Block block) {
        return mass[block.index()];
    }

    double residualMass() {
        return residualMass;
    }

    /** Largest over smallest mass, minus 1; infinite when a block is empty. */
    double blockImbalance() {
        double smallest = Arrays.stream(mass).min().orElseThrow();
        double largest = Arrays.stream(mass).max().orElseThrow();
        return smallest == 0 ? Double.POSITIVE_INFINITY : largest / smallest - 1;
    }

    double heavyFraction() {
        return heavy[0] + heavy[1] + heavy[2] + heavy[3];
    }

    double heavy(Block block) {
        return heavy[block.index()];
    }

    /** Mean cosine between w_j and its block's direction, weighted by {@code |a_j| |w_j|}. */
    double alignment() {
        return totalWeight == 0 ? 0 : signalWeight / totalWeight;
    }

    /** Smallest {@code |w_j| - |a_j|}. */
    double layerGap() {
        return layerGap;
    }

    /** The smallest r such that at least 90 % of the neurons have {@code |w_sig| / (|w_perp| + |w_opp|) <= r}. */
    double upperSignalToRest() {
        return signalToRest[(9 * width + 9) / 10 - 1];
    }

    double totalMass() {
        return mass[0] + mass[1] + mass[2] + mass[3];
    }

    double smallestShare() {
        return Arrays.stream(mass).min().orElseThrow() / totalMass();
    }
}
