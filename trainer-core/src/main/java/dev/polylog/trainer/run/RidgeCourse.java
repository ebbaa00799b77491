package dev.polylog.trainer.run;

import dev.polylog.trainer.observe.FunctionObserver;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.ridge.Fit;
import dev.polylog.trainer.ridge.RidgeLearner;
import dev.polylog.trainer.task.Samples;
import java.util.Arrays;
import java.util.Optional;

/** Steps collect samples; at each checkpoint, all of them are fitted anew. */
final class RidgeCourse implements Course {
    private final RidgeLearner learner;
    private final Samples minibatches;
    private final FunctionObserver observer;
    private final Logbook logbook;

    RidgeCourse(RunSpec spec, RidgeLearner learner, StreamKey key, Logbook logbook) {
        this.learner = learner;
        this.minibatches = Samples.training(spec.task(), key, spec.training().drawnSamples());
        this.observer = new FunctionObserver(spec.observation(), spec.workload(), key);
        this.logbook = logbook;
    }

    /** Without samples there is nothing but 0. */
    @Override
    public Optional<Outcome> begin() {
        return logbook.record(observer.observe(0, null, (inputs, rows, outputs) -> Arrays.fill(outputs, 0, rows, 0)));
    }

    @Override
    public Optional<Outcome> step(long step) {
        learner.absorb(minibatches, step);
        if (!logbook.expects(step)) {
            return Optional.empty();
        }
        Fit fit = learner.fit();
        return logbook.record(observer.observe(step, fit.trainError(), fit.predictor()));
    }

    @Override
    public void end(long step) {}
}
