package dev.polylog.sweep.app;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.format.Units;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.plan.CellSummary;
import dev.polylog.sweep.store.Damage;
import dev.polylog.sweep.store.PackFiles;
import dev.polylog.sweep.store.RunIndex;
import dev.polylog.sweep.store.RunStore;
import dev.polylog.sweep.store.Verification;
import dev.polylog.sweep.study.Origin.Extent;
import dev.polylog.trainer.run.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a store holds. Reads only; works while a sweep is running. */
@Command(
        name = "status",
        description = "Show what a store holds, also while a sweep is running.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  polylog status out/quickstart", "  polylog status out/quickstart --all"})
final class StatusCommand implements Callable<Integer> {
    private static final int MOST_FILES = 10;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "The store, such as out/quickstart.")
    private String folder = "";

    @Option(names = "--all", description = "Show all cells in the store, not those of the last plan.")
    private boolean everything;

    @Override
    public Integer call() throws IOException, InvalidSweepException {
        PrintWriter out = command.commandLine().getOut();
        RunStore store = RunStore.existing(folder);
        Verification found = store.inspect();
        List<PackFiles> packs = found.whole();
        RunIndex index = store.index(packs);
        out.println("Sweep:   " + store.sweep().orElse("unknown"));
        out.println("Store:   " + folder + ", " + Numerals.count(packs.size(), "pack") + ", "
                + Units.bytes((double) store.bytes(packs)));
        out.println("Driver:  "
                + store.driver().map(owner -> "running (" + owner + ")").orElse("none is running"));
        out.println("Runs:    " + Numerals.count(index.size()) + " in the store" + outcomes(index));
        printDamage(found.damaged(), out);
        StoredPlans stored = new StoredPlans(folder, store, packs, index);
        Optional<Sweep> last = stored.last();
        if (everything && last.isPresent()) {
            printAll(stored, out);
        } else if (last.isPresent()) {
            Sweep sweep = last.get();
            List<CellSummary> cells = CellSummary.of(sweep, index);
            out.println("Plan:    " + finished(cells) + " finished");
            Subject.remarks(sweep, index, folder).forEach(remark -> out.println("         " + remark));
            out.println();
            CellTable.print(sweep, cells, out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static void printAll(StoredPlans stored, PrintWriter out) throws IOException, InvalidSweepException {
        Subject all = Subject.of(List.of(stored), Extent.EVERYTHING);
        out.println("Plans:   " + all.grid().parts().size() + ", of which the table has all runs in the store");
        all.origin().remarks().forEach(remark -> out.println("         " + remark));
        out.println();
        CellTable.print(all.grid(), CellSummary.of(all.grid(), stored.index()), out);
    }

    /** Runs of a pack with such a file are not counted above, because the next command trains them again. */
    private void printDamage(List<Damage> damaged, PrintWriter out) {
        if (damaged.isEmpty()) {
            return;
        }
        out.println("Files:   " + Numerals.count(damaged.size(), "file") + " cannot be used; the next `"
                + Invocation.command() + " run` trains the runs in them again");
        for (Damage damage : damaged.subList(0, Math.min(MOST_FILES, damaged.size()))) {
            out.println("         " + damage);
        }
        if (damaged.size() > MOST_FILES) {
            out.println("         ... " + Invocation.of("verify", folder, "--dry-run") + " lists all");
        }
    }

    private static String outcomes(RunIndex index) {
        StringBuilder text = new StringBuilder();
        for (Outcome.Kind outcome : Outcome.Kind.values()) {
            int count = index.count(outcome);
            text.append(count == 0 ? "" : (text.isEmpty() ? ": " : ", ") + Numerals.count(count) + " " + outcome);
        }
        return text.toString();
    }

    private static String finished(List<CellSummary> cells) {
        long planned = cells.stream().mapToLong(CellSummary::planned).sum();
        long finished = cells.stream()
                .flatMap(cell -> cell.outcomes().entrySet().stream())
                .filter(entry -> entry.getKey().isFinal())
                .mapToLong(Map.Entry::getValue)
                .sum();
        return Numerals.count(finished) + " of " + Numerals.count(planned, "run");
    }
}
