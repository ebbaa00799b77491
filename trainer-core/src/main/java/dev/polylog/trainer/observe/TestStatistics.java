package dev.polylog.trainer.observe;

import dev.polylog.trainer.engine.InputMeans;
import dev.polylog.trainer.engine.SeenSamples;
import dev.polylog.trainer.engine.TestInputs;
import dev.polylog.trainer.engine.Workload;
import dev.polylog.trainer.network.TwoLayerNetwork;

/**
 * What inputs with clean labels tell of a network. One instance serves all checkpoints of a run; {@link #measure} overwrites
 * what it held.
 */
sealed interface TestStatistics permits SampleStatistics, MeanStatistics {

    static TestStatistics of(Workload workload, TestInputs inputs) {
        return inputs instanceof InputMeans means
                ? new MeanStatistics(means.means())
                : new SampleStatistics(workload, (SeenSamples) inputs);
    }

    /**
     * Takes the statistics of a network as it is now.
     *
     * @param network in the axes of the labels
     */
    void measure(TwoLayerNetwork network, long step);

    double loss();

    /** Share of inputs on the wrong side of the middle between the classes; the middle itself counts one half. */
    double error();

    /** Correlation of output and label; not a number where one of them is constant. */
    double correlation();

    /** Average margin of a block: {@code E[-l'(x) s relu(u . x)]} under the training law of the label. */
    double growth(Block block);

    /**
     * {@code sqrt(E (l'(x) - l'(z))^2 / E l'(z)^2)}, z the projection of x on the coordinates of the label; not a number
     * where the second vanishes.
     */
    double cleanGap();
}
