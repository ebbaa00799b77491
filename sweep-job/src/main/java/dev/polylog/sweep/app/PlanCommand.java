package dev.polylog.sweep.app;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.format.Units;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.plan.Estimate;
import dev.polylog.sweep.plan.Plan;
import dev.polylog.sweep.plan.Selection;
import dev.polylog.sweep.store.RunIndex;
import dev.polylog.sweep.store.RunStore;
import dev.polylog.sweep.theory.Theory;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what a sweep will cost before anything is spent. */
@Command(
        name = "plan",
        description = "Show what a sweep will train and what that costs, without training anything.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  polylog plan conf/quickstart.conf",
            "  polylog plan conf/quickstart.conf --set 'grid.d=[256,512]' --cores 32",
            "  polylog plan conf/quickstart.conf --csv",
            "",
            "Fields of sweep files: `polylog fields`, or docs/sweep-files.md."
        })
final class PlanCommand implements Callable<Integer> {
    /** One, since a plan is to be quick and a budget need not be known to a percent. */
    private static final int STARTS = 1;

    /** Of one core that theory may take, as it estimates it itself. */
    private static final double MOST_SECONDS = 4;

    /** Of which it is asked; so many have hardly ever answers within those seconds. */
    private static final int MOST_CELLS = 1000;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private SweepArguments arguments = new SweepArguments();

    @Option(names = "--cores", paramLabel = "N", description = "Cores to plan for. Default: those of this machine.")
    private int cores = Runtime.getRuntime().availableProcessors();

    @Option(names = "--csv", description = "Print every run with all its fields as CSV instead.")
    private boolean csv;

    @Override
    public Integer call() throws IOException, InvalidSweepException {
        if (cores < 1) {
            throw new Failure(ExitCode.BAD_INPUT, "Invalid --cores: " + cores + " (expected at least 1)");
        }
        PrintWriter out = command.commandLine().getOut();
        Sweep sweep = arguments.read();
        if (csv) {
            PlanCsv.print(sweep, out);
            return ExitCode.DONE;
        }
        String folder = arguments.store(sweep);
        Optional<RunStore> store = RunStore.find(folder);
        RunIndex index = store.isPresent() ? store.get().index(store.get().packs()) : new RunIndex();
        Plan plan = Plan.of(sweep, index, new Selection.Unfinished());
        Estimate estimate = Estimate.of(sweep);
        print(sweep, plan, estimate, folder, out);
        if (store.isPresent() && plan.remainingRuns() > 0) {
            PlanChanges.of(sweep, store.get(), index).forEach(out::println);
        }
        List<CellForecast> forecasts = forecasts(sweep, out);
        Doubts.print(sweep, forecasts, out);
        out.println();
        EngineTable.print(
                sweep, forecasts.stream().collect(Collectors.toMap(CellForecast::cell, forecast -> forecast)), out);
        out.flush();
        boolean isForHere = cores <= Runtime.getRuntime().availableProcessors();
        MemoryLimit.here(isForHere ? cores : 1).check(sweep, index, new Selection.Unfinished());
        return ExitCode.DONE;
    }

    private void print(Sweep sweep, Plan plan, Estimate estimate, String folder, PrintWriter out) {
        out.println("Sweep " + sweep.name() + ": " + Numerals.count(plan.plannedRuns(), "run") + " in "
                + Numerals.count(estimate.cells(), "cell")
                + (sweep.varying().isEmpty() ? "" : " over " + String.join(", ", sweep.varying())) + ".");
        out.println("Store:   " + folder + " (" + Numerals.count(plan.reusedRuns()) + " finished there, "
                + Numerals.count(plan.remainingRuns()) + " to train)");
        estimate.methods()
                .forEach((method, runs) -> out.println("Engine:  " + method.computation() + " for "
                        + Numerals.count(runs, "run") + " (" + method.idea() + ")"));
        out.println("Work:    " + Units.flops(estimate.flops()) + " if every run spends its budget");
        if (plan.remainingRuns() > 0) {
            out.println("Time:    about " + Units.duration(plan.seconds() / cores) + " on "
                    + Numerals.count(cores, "core") + ", " + Units.duration(plan.seconds())
                    + " of core time; longest run " + Units.duration(plan.longestRunSeconds()));
        }
        out.println("Memory:  " + Units.bytes(estimate.largestRunBytes()) + " for the largest run, "
                + Units.bytes(estimate.largestRunBytes() * cores) + " for " + Numerals.count(cores) + " at once");
        out.println("Disk:    about " + Units.bytes(estimate.diskBytes()) + " when all have run");
    }

    /** What theory expects, if it is quick to say; else which command says it. */
    private List<CellForecast> forecasts(Sweep sweep, PrintWriter out) {
        Theory theory = Theory.of(STARTS);
        double seconds = theory.seconds(CellForecast.aims(sweep, MOST_CELLS));
        if (seconds == 0) {
            return List.of();
        }
        if (seconds > MOST_SECONDS || sweep.cells() > MOST_CELLS) {
            out.println("Theory:  `" + arguments.predict() + "` says how many samples it expects each cell to need");
            return List.of();
        }
        try (StageView stage = StageView.brief("Asking theory", out)) {
            return CellForecast.of(sweep, theory, (done, all) -> stage.at(done + " of " + all + " starts"));
        }
    }
}
