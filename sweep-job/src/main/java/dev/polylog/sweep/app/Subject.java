package dev.polylog.sweep.app;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Grid;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.grid.Union;
import dev.polylog.sweep.plan.Coverage;
import dev.polylog.sweep.store.RunIndex;
import dev.polylog.sweep.store.RunStore;
import dev.polylog.sweep.study.Origin;
import dev.polylog.sweep.study.Origin.Extent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a report is about: the last plan of a store, everything in it, or either of several stores.
 *
 * @param stores in the order of their numbers in the grid
 */
record Subject(Grid grid, List<RunStore> stores, Origin origin) {

    /** A plan of one store. */
    static Subject ofPlan(Sweep plan, StoredPlans stored) {
        return new Subject(
                plan,
                List.of(stored.store()),
                new Origin(
                        plan.name(),
                        List.of(stored.folder()),
                        Extent.LAST_PLAN,
                        remarks(plan, stored.index(), stored.folder())));
    }

    /** Stores in which runs have ended. */
    static Subject of(List<StoredPlans> stores, Extent extent) throws IOException, InvalidSweepException {
        if (stores.size() == 1 && extent == Extent.LAST_PLAN) {
            return ofPlan(stores.get(0).last().orElseThrow(), stores.get(0));
        }
        List<String> names = StoreNames.of(
                stores.stream().map(each -> each.store().address()).toList());
        List<Union.Source> sources = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        for (int i = 0; i < stores.size(); i++) {
            StoredPlans stored = stores.get(i);
            String name = names.get(i);
            if (extent == Extent.EVERYTHING) {
                List<Sweep> plans = stored.all();
                plans.forEach(plan -> sources.add(new Union.Source(name, plan, cell -> stored.found(plan, cell))));
                remarks.addAll(leftOut(plans, stored));
            } else {
                Sweep plan = stored.last().orElseThrow();
                sources.add(new Union.Source(name, plan, plan::replicates));
                Coverage coverage = Coverage.of(List.of(plan), stored.index());
                if (!coverage.isWhole()) {
                    remarks.add("The last plan of " + name + " covers " + Numerals.count(coverage.covered())
                            + " of its " + Numerals.count(coverage.stored(), "run") + "; `"
                            + allOf(stores.stream().map(StoredPlans::folder).toList())
                            + "` reports on all of them.");
                }
            }
        }
        String title =
                (stores.size() == 1 ? sources.get(sources.size() - 1).plan().name() : String.join(", ", names))
                        + (extent == Extent.EVERYTHING ? ": all runs" : "");
        return new Subject(
                Union.of(sources),
                stores.stream().map(StoredPlans::store).toList(),
                new Origin(title, stores.stream().map(StoredPlans::folder).toList(), extent, remarks));
    }

    /** What a reader of the last plan has to know of the rest of its store; nothing if there is no rest. */
    static List<String> remarks(Sweep plan, RunIndex index, String folder) {
        Coverage coverage = Coverage.of(List.of(plan), index);
        return coverage.isWhole()
                ? List.of()
                : List.of("The last plan covers " + Numerals.count(coverage.covered()) + " of the "
                        + Numerals.count(coverage.stored(), "run") + " in the store; `" + allOf(List.of(folder))
                        + "` reports on all of them.");
    }

    /** Runs of another version may have other names, and its plans other fields. */
    static List<String> leftOut(List<Sweep> plans, StoredPlans stored) {
        Coverage coverage = Coverage.of(plans, stored.index());
        return coverage.isWhole()
                ? List.of()
                : List.of("Left out: " + Numerals.count(coverage.rest()) + " of the "
                        + Numerals.count(coverage.stored(), "run") + " in " + stored.folder()
                        + " are of no plan that this version of Polylog can read.");
    }

    /** Name of the sweep, or of several. */
    String sweep() {
        return grid.parts().stream().map(part -> part.plan().name()).distinct().collect(Collectors.joining(", "));
    }

    /** Canonical text of the sweep; of several, one after the other. */
    String configuration() {
        List<String> texts =
                grid.parts().stream().map(part -> part.plan().text()).distinct().toList();
        return texts.size() == 1
                ? texts.get(0)
                : texts.stream().map("# plan\n"::concat).collect(Collectors.joining());
    }

    private static String allOf(List<String> folders) {
        return Invocation.of(Stream.of(Stream.of("report"), folders.stream(), Stream.of("--all"))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }
}
