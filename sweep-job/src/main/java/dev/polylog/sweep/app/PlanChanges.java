package dev.polylog.sweep.app;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.config.SweepFile;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.store.RunIndex;
import dev.polylog.sweep.store.RunStore;
import dev.polylog.trainer.engine.EngineChoice;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.RunIdentity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says so where a store holds what the same file once named, and names otherwise now. */
final class PlanChanges {
    private PlanChanges() {}

    /** Sentences for a sweep of which runs are missing in a store; none if no plan was ever carried out there. */
    static List<String> of(Sweep sweep, RunStore store, RunIndex index) throws IOException, InvalidSweepException {
        Optional<String> earlier = store.latestConfiguration(store.packs());
        if (earlier.isEmpty()) {
            return List.of();
        }
        List<String> sentences = new ArrayList<>(RoundedValues.between(SweepFile.parse(earlier.get()), sweep));
        if (SweepFile.isOfFirstEdition(earlier.get())) {
            earlierEngines(sweep, index).ifPresent(sentences::add);
        }
        return sentences;
    }

    /** Cells to which {@code auto} once gave another engine, and whose runs are there under its name. */
    static Optional<String> earlierEngines(Sweep sweep, RunIndex index) {
        Sweep before = SweepFile.ofFirstEdition(sweep.text());
        Set<String> engines = new TreeSet<>();
        Set<String> newer = new TreeSet<>();
        long runs = 0;
        for (int cell = 0; cell < sweep.cells(); cell++) {
            if (sweep.replicates(cell) > 0) {
                EngineChoice now = engine(sweep, cell);
                EngineChoice then = engine(before, cell);
                if (!now.equals(then)) {
                    long found = index.countAmong(
                            before.runs(cell).map(run -> RunIdentity.of(run).runId()));
                    runs += found;
                    if (found > 0) {
                        engines.add(then.toString());
                        newer.add(now.toString());
                    }
                }
            }
        }
        return runs == 0
                ? Optional.empty()
                : Optional.of("The store holds " + Numerals.count(runs, "run") + " of this sweep by "
                        + String.join(", ", engines) + ", where auto takes " + String.join(", ", newer)
                        + " now: `--set run.engine=" + EngineChoice.AUTO_1
                        + "` goes on with them. New ones have the same law and other random numbers.");
    }

    private static EngineChoice engine(Sweep sweep, int cell) {
        return Objects.requireNonNull(Fields.ENGINE.of(sweep.spec(cell, 0)));
    }
}
