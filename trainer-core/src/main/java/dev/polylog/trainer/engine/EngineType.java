package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Task;
import java.util.Locale;

/** The engines, all of one law. */
public enum EngineType {
    /** Materialises the minibatch; for any law. */
    DENSE,
    /** Products with signs by tables; for the Boolean cube. */
    BITPACKED;

    public Engine start(Task task, TwoLayerNetwork network, Sgd sgd, StreamKey key) {
        return switch (this) {
            case DENSE -> new DenseEngine(task, network, sgd, key);
            case BITPACKED -> new BitpackedEngine(task, network, sgd, key);
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
