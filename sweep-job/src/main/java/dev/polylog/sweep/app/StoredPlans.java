package dev.polylog.sweep.app;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.config.SweepFile;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.store.PackFiles;
import dev.polylog.sweep.store.RunIndex;
import dev.polylog.sweep.store.RunStore;
import dev.polylog.trainer.run.RunIdentity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A store and the plans that its runs were trained for.
 *
 * @param folder as the user calls it
 */
record StoredPlans(String folder, RunStore store, List<PackFiles> packs, RunIndex index) {

    /** What is in a store now. */
    static StoredPlans of(String folder) throws IOException {
        RunStore store = RunStore.existing(folder);
        return of(folder, store, store.packs());
    }

    static StoredPlans of(String folder, RunStore store, List<PackFiles> packs) throws IOException {
        return new StoredPlans(folder, store, packs, store.index(packs));
    }

    /** The plan of the driver that last published runs; empty if no run has ended. */
    Optional<Sweep> last() throws IOException, InvalidSweepException {
        Optional<String> text = store.latestConfiguration(packs);
        return text.isPresent() ? Optional.of(SweepFile.parse(text.get())) : Optional.empty();
    }

    /** All plans that this version can read, the last one last. */
    List<Sweep> all() throws IOException {
        List<Sweep> plans = new ArrayList<>();
        for (String text : store.configurations(packs)) {
            try {
                plans.add(SweepFile.parse(text));
            } catch (InvalidSweepException e) {
                LogFile.record(e);
            }
        }
        return plans;
    }

    /** How many runs of a cell of a plan are in the store. */
    int found(Sweep plan, int cell) {
        return (int) plan.runs(cell)
                .filter(run -> index.find(RunIdentity.of(run).runId()).isPresent())
                .count();
    }
}
