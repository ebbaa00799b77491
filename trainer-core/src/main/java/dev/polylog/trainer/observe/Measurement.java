package dev.polylog.trainer.observe;

import dev.polylog.trainer.network.TwoLayerNetwork;

/** Everything that observables read at one checkpoint. */
final class Measurement {
    private final TwoLayerNetwork network;
    private final TestStatistics test;
    private final NeuronStatistics neurons;

    Measurement(TwoLayerNetwork network, TestStatistics test, double zeta) {
        this.network = network;
        this.test = test;
        this.neurons = new NeuronStatistics(network, zeta);
    }

    TestStatistics test() {
        return test;
    }

    NeuronStatistics neurons() {
        return neurons;
    }

    /** {@code f(mu) y(mu)} at the block's cluster centre. */
    double margin(Block block) {
        return block.label() * network.outputAt(block.x1(), block.x2());
    }

    double smallestMargin() {
        double smallest = Double.POSITIVE_INFINITY;
        for (Block block : Block.ALL) {
            smallest = Math.min(smallest, margin(block));
        }
        return smallest;
    }

    double largestMargin() {
        double largest = Double.NEGATIVE_INFINITY;
        for (Block block : Block.ALL) {
            largest = Math.max(largest, margin(block));
        }
        return largest;
    }
}
