package dev.polylog.sweep.app;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.plan.CellSummary;
import dev.polylog.sweep.plan.Pack;
import dev.polylog.sweep.plan.Plan;
import dev.polylog.sweep.plan.Selection;
import dev.polylog.sweep.spark.Cluster;
import dev.polylog.sweep.spark.SweepJob;
import dev.polylog.sweep.spark.SweepJobException;
import dev.polylog.sweep.store.Damage;
import dev.polylog.sweep.store.ResultFiles;
import dev.polylog.sweep.store.RunIndex;
import dev.polylog.sweep.store.RunStore;
import dev.polylog.sweep.store.StoreSession;
import dev.polylog.sweep.study.Results;
import dev.polylog.sweep.study.StudyOptions;
import dev.polylog.trainer.linalg.Blas;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Trains what is missing of a sweep. The same command starts, resumes, retries and extends. */
@Command(
        name = "run",
        description = "Train the runs of a sweep that are not finished yet. Run it again to resume or extend.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  polylog run conf/quickstart.conf",
            "  polylog run conf/quickstart.conf --set run.width=128 --set replicates=3 --out out/wide",
            "  polylog run conf/quickstart.conf --only failed",
            "  polylog run conf/quickstart.conf --master 'local[4]' --max-hours 8",
            "",
            "Fields of sweep files: `polylog fields`, or docs/sweep-files.md."
        })
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private SweepArguments arguments = new SweepArguments();

    @Mixin
    private RunOptions options = new RunOptions();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Override
    public Integer call() throws IOException, InvalidSweepException, InterruptedException, SweepJobException {
        long start = System.nanoTime();
        PrintWriter out = command.commandLine().getOut();
        Selection selection = options.check();
        Sweep sweep = arguments.read();
        String folder = arguments.store(sweep);
        if (options.isFresh()) {
            cluster.memoryLimit().check(sweep, new RunIndex(), selection);
        } else {
            cluster.memoryLimit().check(sweep, folder, selection);
        }
        if (options.isFresh()) {
            moveAside(folder, sweep, out);
        }
        Doubts.print(sweep, out);
        int exitCode = train(sweep, folder, selection, out);
        if (options.wantsReport()) {
            report(sweep, folder, out);
        }
        Ending.print(exitCode, start, out);
        return exitCode;
    }

    private int train(Sweep sweep, String folder, Selection selection, PrintWriter out)
            throws IOException, InvalidSweepException, InterruptedException, SweepJobException {
        try (StoreSession store = StoreSession.open(folder, sweep.name(), options.takeover())) {
            RunIndex known = store.index();
            reportDamage(store, out);
            Plan plan = Plan.of(sweep, known, selection);
            refuseUnknownRun(selection, plan, known);
            if (plan.remainingRuns() > 0) {
                PlanChanges.of(sweep, RunStore.existing(folder), known).forEach(out::println);
            }
            Training.End end = train(sweep, plan, store, folder, out);
            store.refresh();
            return summarise(sweep, store.index(), folder, end, out);
        }
    }

    /** The runs are what was asked for: a report that cannot be made is a line, and changes nothing of how they ended. */
    private void report(Sweep sweep, String folder, PrintWriter out) {
        try {
            RunStore store = RunStore.existing(folder);
            if (store.packs().isEmpty()) {
                return;
            }
            if (ResultFiles.areCurrent(store, Results.SCHEMAS, sweep.text())) {
                ReportJob.printPlace(folder, out);
                return;
            }
            Subject subject = Subject.ofPlan(sweep, StoredPlans.of(folder, store, store.packs()));
            try (Cluster spark = cluster.connect(out)) {
                new ReportJob(spark, subject, folder).run(StudyOptions.USUAL, ReportJob.Figures.OF_PAGE, out);
            }
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
            LogFile.record(e);
            out.println("Warning: no report, " + e.getMessage() + " (the whole story is in " + LogFile.path() + "; `"
                    + Invocation.of("report", folder) + "` tries again).");
            out.flush();
        }
    }

    private void moveAside(String folder, Sweep sweep, PrintWriter out) throws IOException {
        Optional<RunStore> store = RunStore.find(folder);
        Optional<String> owner = store.isPresent() ? store.get().sweep() : Optional.empty();
        if (owner.isPresent() && !owner.get().equals(sweep.name())) {
            throw new Failure(
                    ExitCode.BAD_INPUT,
                    "Cannot move " + folder + " aside, it holds the sweep " + owner.get() + " and this one is "
                            + sweep.name() + " (choose another folder with --out)");
        }
        RunStore.moveAside(folder, options.takeover())
                .ifPresent(moved -> out.println("Moved the earlier store to " + moved + "."));
    }

    private Training.End train(Sweep sweep, Plan plan, StoreSession store, String folder, PrintWriter out)
            throws InterruptedException, SweepJobException {
        if (plan.remainingRuns() == 0) {
            out.println(
                    "Nothing to train: " + Numerals.count(plan.reusedRuns(), "run") + " reused from " + folder + ".");
            return Training.End.COMPLETE;
        }
        try (Cluster spark = cluster.connect(out)) {
            Blas.warning().ifPresent(warning -> out.println("Warning: " + warning + "."));
            List<Pack> packs = options.packSeconds().map(plan::packs).orElseGet(() -> plan.packs(spark.cores()));
            out.println("Training " + Numerals.count(plan.remainingRuns(), "run") + " on " + spark.master() + " ("
                    + Numerals.count(spark.cores(), "core") + ", " + Numerals.count(packs.size(), "task") + ", "
                    + Blas.implementation() + "), " + Numerals.count(plan.reusedRuns()) + " reused from " + folder
                    + ".");
            out.flush();
            SweepJob job = SweepJob.start(
                    spark,
                    packs,
                    new SweepJob.Settings(
                            sweep.text(), store.location(), store.epoch(), Version.text(), options.runLimit()));
            ProgressView view = new ProgressView(out, plan, spark.cores());
            return new Training(job, view, options, out, store, folder).watch();
        }
    }

    private static void refuseUnknownRun(Selection selection, Plan plan, RunIndex known) {
        if (selection instanceof Selection.Single run
                && plan.remainingRuns() == 0
                && known.find(run.wanted()).isEmpty()) {
            throw new Failure(
                    ExitCode.BAD_INPUT,
                    "Invalid --only: " + run.wanted()
                            + " (this sweep has no such run; `polylog plan --csv` lists them)");
        }
    }

    private static void reportDamage(StoreSession store, PrintWriter out) {
        if (store.damaged().isEmpty()) {
            return;
        }
        out.println("Warning: " + Numerals.count(store.damaged().size(), "file") + " cannot be trusted; moved to "
                + store.setAsideFolder() + ", their runs will be trained again:");
        for (Damage damage : store.damaged()) {
            out.println("  " + damage);
        }
    }

    private static int summarise(Sweep sweep, RunIndex index, String folder, Training.End end, PrintWriter out) {
        List<CellSummary> cells = CellSummary.of(sweep, index);
        out.println();
        CellTable.print(sweep, cells, out);
        out.println();
        int exitCode = Conclusion.of(cells, index, folder, end).print(out);
        Subject.remarks(sweep, index, folder).forEach(out::println);
        out.flush();
        return exitCode;
    }
}
