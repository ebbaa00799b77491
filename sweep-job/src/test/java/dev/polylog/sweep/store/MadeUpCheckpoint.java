package dev.polylog.sweep.store;

import dev.polylog.trainer.observe.Checkpoint;
import dev.polylog.trainer.observe.Observable;
import dev.polylog.trainer.observe.Phase;
import java.util.Map;

/** Checkpoints that no training gave. */
final class MadeUpCheckpoint {
    private MadeUpCheckpoint() {}

    /** One with some observables, by column; the others are missing. */
    static Checkpoint of(long step, long samples, double time, Map<String, Double> observables) {
        Double[] values = new Double[Observable.ALL.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = observables.get(Observable.ALL.get(i).column());
        }
        return new Checkpoint(step, samples, time, step == 0 ? null : 1.0, values, Phase.HOMOGENEOUS);
    }
}
