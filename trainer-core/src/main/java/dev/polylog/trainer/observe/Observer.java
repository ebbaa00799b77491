package dev.polylog.trainer.observe;

import dev.polylog.trainer.engine.Sgd;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns a network into the rows that are recorded of it. */
public final class Observer {
    static final int TEST_LOSS = position("test_loss");
    static final int TEST_ERROR = position("test_error");

    private final Observation observation;
    private final Sgd sgd;
    private final TestStatistics test;

    public Observer(Observation observation, Task task, Sgd sgd, StreamKey key) {
        this.observation = observation;
        this.sgd = sgd;
        this.test = new TestStatistics(task, key, observation.testSize());
    }

    /** Measures all observables after {@code step} steps. */
    public Checkpoint observe(TwoLayerNetwork network, long step, @Nullable Double trainLoss) {
        test.measure(network, step);
        Measurement measurement = new Measurement(network, test, observation.zeta());
        double[] values = new double[Observable.ALL.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Observable.ALL.get(i).of(measurement);
        }
        Phase phase = Phase.of(measurement.neurons(), observation.zeta());
        return new Checkpoint(step, step * sgd.batchSize(), step * sgd.stepSize(), trainLoss, values, phase);
    }

    /** Every neuron, if the step is one of the snapshots. */
    public List<NeuronSnapshot> snapshot(TwoLayerNetwork network, long step) {
        return observation.snapshots().contains(step) ? NeuronSnapshot.of(network, step) : List.of();
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
