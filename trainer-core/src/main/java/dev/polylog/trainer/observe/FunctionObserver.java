package dev.polylog.trainer.observe;

import dev.polylog.trainer.engine.Training;
import dev.polylog.trainer.engine.Workload;
import dev.polylog.trainer.network.Loss;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.ridge.Predictor;
import dev.polylog.trainer.task.FreshSamples;
import dev.polylog.trainer.task.Labels;
import dev.polylog.trainer.task.Samples;
import org.jspecify.annotations.Nullable;

/** Turns a function that need not be a network into the rows that are recorded of it: what test samples say. */
public final class FunctionObserver {
    private static final int CORRELATION = Observable.position("correlation");

    private final Workload workload;
    private final FreshSamples test;
    private final double[] outputs;

    /** An observer on the test samples of a stream. */
    public FunctionObserver(Observation observation, Workload workload, StreamKey key) {
        this.workload = workload;
        this.test = Samples.test(workload.task(), key, observation.testSize());
        this.outputs = new double[test.maxRows()];
    }

    /** Measures what can be measured of any function; all other observables are null. */
    public Checkpoint observe(long step, @Nullable Double trainLoss, Predictor function) {
        Loss loss = workload.training().loss();
        Labels labels = workload.task().labels();
        Correlation correlation = new Correlation();
        double lossSum = 0;
        double errors = 0;
        test.moveTo(step);
        for (int chunk = 0; chunk < test.chunks(); chunk++) {
            int rows = test.draw(chunk);
            function.predict(test.inputs(), rows, outputs);
            for (int i = 0; i < rows; i++) {
                double label = test.labels()[i];
                lossSum += loss.value(label, outputs[i]);
                errors += labels.error(label, outputs[i]);
                correlation.add(label, outputs[i]);
            }
        }
        @Nullable Double[] values = new Double[Observable.ALL.size()];
        values[Observer.TEST_LOSS] = lossSum / test.size();
        values[Observer.TEST_ERROR] = labels.areClasses() ? errors / test.size() : null;
        values[CORRELATION] = Double.isNaN(correlation.value()) ? null : correlation.value();
        Training training = workload.training();
        return new Checkpoint(step, step * training.batchSize(), step * training.stepSize(), trainLoss, values, null);
    }
}
