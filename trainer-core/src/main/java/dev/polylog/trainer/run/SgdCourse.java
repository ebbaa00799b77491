package dev.polylog.trainer.run;

import dev.polylog.trainer.engine.Engine;
import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.observe.Observer;
import dev.polylog.trainer.random.StreamKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SGD moves a network. */
final class SgdCourse implements Course {
    private final long batchSize;
    private final TwoLayerNetwork network;
    private final Engine engine;
    private final Observer observer;
    private final Logbook logbook;
    private boolean hasDiverged;

    SgdCourse(RunSpec spec, EngineType engineType, TwoLayerNetwork network, StreamKey key, Logbook logbook) {
        this.batchSize = spec.training().batchSize();
        this.network = network;
        this.engine = engineType.start(spec.task(), network, spec.training(), key);
        this.observer = new Observer(spec.observation(), spec.workload(), network, key, engine);
        this.logbook = logbook;
    }

    @Override
    public Optional<Outcome> begin() {
        Optional<Outcome> decided = record(0, null);
        logbook.record(observer.snapshot(0));
        return decided;
    }

    @Override
    public Optional<Outcome> step(long step) {
        double loss = engine.step(step);
        boolean lossIsFinite = Double.isFinite(loss);
        if (!lossIsFinite || !network.isFinite()) {
            hasDiverged = true;
            record(step, loss);
            return Optional.of(new Outcome.Diverged(
                    (lossIsFinite ? "a weight" : "the loss") + " is not finite at step " + step, step));
        }
        Optional<Outcome> decided = logbook.consider(step, step * batchSize, loss);
        if (decided.isPresent() || logbook.expects(step)) {
            Optional<Outcome> byCheckpoint = record(step, loss);
            decided = decided.or(() -> byCheckpoint);
        }
        logbook.record(observer.snapshot(step));
        return decided;
    }

    private Optional<Outcome> record(long step, @Nullable Double trainLoss) {
        return logbook.record(observer.observe(step, trainLoss));
    }

    @Override
    public void end(long step) {
        if (!hasDiverged) {
            logbook.record(observer.lastSnapshot(step));
        }
    }
}
