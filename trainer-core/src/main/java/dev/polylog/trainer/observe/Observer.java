package dev.polylog.trainer.observe;

import dev.polylog.trainer.engine.Engine;
import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.engine.TestInputs;
import dev.polylog.trainer.engine.Training;
import dev.polylog.trainer.engine.Workload;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Basis;
import dev.polylog.trainer.task.Coloring;
import dev.polylog.trainer.task.InputLaw;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a network into the rows that are recorded of it. */
public final class Observer {
    static final int TEST_LOSS = Observable.position("test_loss");
    static final int TEST_ERROR = Observable.position("test_error");

    private final Observation observation;
    private final Workload workload;
    private final TwoLayerNetwork network;
    private final @Nullable Coloring coloring;
    private final @Nullable FirstLayer first;
    private final long[] snapshots;
    private final TestStatistics test;
    private final @Nullable DistanceStatistics distances;

    /** An observer of the network that the engine moves. */
    public Observer(Observation observation, Workload workload, TwoLayerNetwork network, StreamKey key, Engine engine) {
        this.observation = observation;
        this.workload = workload;
        this.network = network;
        this.coloring = isTurned(workload) && !engine.keepsAxesOfLabels()
                ? workload.task().coloring(key)
                : null;
        this.snapshots =
                observation.snapshots().stream().mapToLong(Long::longValue).toArray();
        this.first = isCompared(observation, workload)
                ? new FirstLayer(inAxesOfLabels(), engine.follow().orElse(null))
                : null;
        TestInputs inputs = engine.testInputs(observation.testSize());
        this.test = TestStatistics.of(workload, inputs);
        this.distances = DistanceStatistics.of(workload, inputs).orElse(null);
    }

    /** Whether later weights are compared with the first ones. */
    private static boolean isCompared(Observation observation, Workload workload) {
        return !observation.snapshots().isEmpty() || ObservableGroup.POINTS.appliesTo(workload);
    }

    private static boolean isTurned(Workload workload) {
        return workload.task().basis() == Basis.ROTATED;
    }

    /**
     * Bytes of an observer, but for the engine's test samples: its coloring, copies of the first layer, then and turned, and what a
     * snapshot sorts.
     */
    public static double bytes(Observation observation, Workload workload, EngineType engine) {
        boolean turns = isTurned(workload) && !engine.keepsAxesOfLabels();
        int copies = (isCompared(observation, workload) ? 1 : 0) + (turns ? 1 : 0);
        double sorted =
                observation.snapshots().isEmpty() ? 0 : DistanceStatistics.bytes(workload, observation.testSize());
        return sorted + (turns ? Coloring.bytes(workload.task()) : 0) + Float.BYTES * copies * engine.weights(workload);
    }

    /** Measures all observables after {@code step} steps. */
    public Checkpoint observe(long step, @Nullable Double trainLoss) {
        TwoLayerNetwork turned = inAxesOfLabels();
        test.measure(turned, step);
        Measurement measurement = new Measurement(workload, turned, first, test, observation.zeta());
        boolean isFinite = network.isFinite();
        @Nullable Double[] values = new Double[Observable.ALL.size()];
        for (int i = 0; i < values.length; i++) {
            Observable observable = Observable.ALL.get(i);
            values[i] = observable.appliesTo(workload) ? present(observable.of(measurement), isFinite) : null;
        }
        Phase phase =
                ObservableGroup.BLOCKS.appliesTo(workload) ? Phase.of(measurement.neurons(), observation.zeta()) : null;
        Training training = workload.training();
        return new Checkpoint(step, step * training.batchSize(), step * training.stepSize(), trainLoss, values, phase);
    }

    /** What is no number although all weights are is undefined, such as a share of nothing: no value. */
    private static @Nullable Double present(double value, boolean weightsAreFinite) {
        return Double.isNaN(value) && weightsAreFinite ? null : value;
    }

    /** The network in the axes that the labels know: its first layer turned back. */
    private TwoLayerNetwork inAxesOfLabels() {
        if (coloring == null) {
            return network;
        }
        float[] w = network.hiddenWeights().clone();
        coloring.unrotate(w, network.width());
        return network.withHiddenWeights(w);
    }

    /** What there is to record if the step is one of the snapshots. */
    public Snapshot snapshot(long step) {
        return Arrays.binarySearch(snapshots, step) >= 0 ? recorded(step) : Snapshot.NONE;
    }

    /** The same of the last step, if that was asked for and is not one of the other snapshots. */
    public Snapshot lastSnapshot(long step) {
        boolean isWanted = Arrays.binarySearch(snapshots, Observation.LAST) >= 0;
        return isWanted && Arrays.binarySearch(snapshots, step) < 0 ? recorded(step) : Snapshot.NONE;
    }

    private Snapshot recorded(long step) {
        TwoLayerNetwork turned = inAxesOfLabels();
        boolean areFourPoints = workload.task().inputs() instanceof InputLaw.FourPoints;
        return new Snapshot(
                NeuronSnapshot.of(turned, Objects.requireNonNull(first), step, areFourPoints),
                distances == null ? List.of() : distances.measure(turned, step));
    }
}
