package dev.polylog.trainer.observe;

import dev.polylog.trainer.engine.Engine;
import dev.polylog.trainer.engine.Sgd;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Coloring;
import dev.polylog.trainer.task.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a network into the rows that are recorded of it. */
public final class Observer {
    static final int TEST_LOSS = position("test_loss");
    static final int TEST_ERROR = position("test_error");

    private final Observation observation;
    private final Task task;
    private final Sgd sgd;
    private final Coloring coloring;
    private final TestStatistics test;

    /** An observer of the network that the engine moves. */
    public Observer(Observation observation, Task task, Sgd sgd, StreamKey key, Engine engine) {
        this.observation = observation;
        this.task = task;
        this.sgd = sgd;
        this.coloring = task.coloring(key);
        this.test = new TestStatistics(task, engine.testSamples(observation.testSize()));
    }

    /** Measures all observables after {@code step} steps. */
    public Checkpoint observe(TwoLayerNetwork network, long step, @Nullable Double trainLoss) {
        TwoLayerNetwork turned = inAxesOfLabels(network);
        test.measure(turned, step);
        Measurement measurement = new Measurement(turned, test, observation.zeta());
        @Nullable Double[] values = new Double[Observable.ALL.size()];
        for (int i = 0; i < values.length; i++) {
            Observable observable = Observable.ALL.get(i);
            values[i] = observable.appliesTo(task) ? observable.of(measurement) : null;
        }
        Phase phase = task.hasBlocks() ? Phase.of(measurement.neurons(), observation.zeta()) : null;
        return new Checkpoint(step, step * sgd.batchSize(), step * sgd.stepSize(), trainLoss, values, phase);
    }

    /** The network in the axes that the labels know: its first layer turned back. */
    private TwoLayerNetwork inAxesOfLabels(TwoLayerNetwork network) {
        if (!coloring.isRotated()) {
            return network;
        }
        float[] w = network.hiddenWeights().clone();
        coloring.unrotate(w, network.width());
        return new TwoLayerNetwork(network.width(), network.d(), w, network.outputWeights());
    }

    /** Every neuron, if the step is one of the snapshots. */
    public List<NeuronSnapshot> snapshot(TwoLayerNetwork network, long step) {
        return observation.snapshots().contains(step) ? NeuronSnapshot.of(inAxesOfLabels(network), step) : List.of();
    }

    private static int position(String column) {
        for (int i = 0; i < Observable.ALL.size(); i++) {
            if (Observable.ALL.get(i).column().equals(column)) {
                return i;
            }
        }
        throw new IllegalStateException("No observable " + column);
    }
}
