package dev.polylog.trainer.observe;

import dev.polylog.trainer.engine.Workload;
import dev.polylog.trainer.network.TwoLayerNetwork;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything that observables read at one checkpoint. */
final class Measurement {
    private final TwoLayerNetwork network;
    private final TestStatistics test;
    private final NeuronStatistics neurons;
    private final SubspaceStatistics subspace;
    private final @Nullable PointStatistics points;

    /** @param first the first weights, for observables of {@link ObservableGroup#POINTS} only */
    Measurement(
            Workload workload, TwoLayerNetwork network, @Nullable FirstLayer first, TestStatistics test, double zeta) {
        this.network = network;
        this.test = test;
        this.neurons = new NeuronStatistics(network, zeta);
        this.subspace = new SubspaceStatistics(network, workload.task().target().coordinates());
        this.points = first == null
                ? null
                : new PointStatistics(network, workload.task().target(), first);
    }

    TestStatistics test() {
        return test;
    }

    NeuronStatistics neurons() {
        return neurons;
    }

    double restOverlap() {
        return RestOverlap.of(network);
    }

    SubspaceStatistics subspace() {
        return subspace;
    }

    PointStatistics points() {
        return Objects.requireNonNull(points);
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
