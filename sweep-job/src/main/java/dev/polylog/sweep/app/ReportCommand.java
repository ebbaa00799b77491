package dev.polylog.sweep.app;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.spark.Cluster;
import dev.polylog.sweep.study.Origin.Extent;
import dev.polylog.sweep.study.StudyOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the report of a store, or of several beside each other. */
@Command(
        name = "report",
        description =
                "Say how samples scale: a page with figures, and tables of results. Also while a sweep is running.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  polylog report out/quickstart",
            "  polylog report out/quickstart --threshold 0.1 --threshold 0.2 --confirm 2",
            "  polylog report out/quickstart --all",
            "  polylog report out/quickstart out/wide --out out/comparison"
        })
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(
            paramLabel = "DIR",
            arity = "1..*",
            description = "The store, such as out/quickstart. Several are compared: the store is one more column.")
    private List<String> folders = new ArrayList<>();

    @Option(
            names = "--all",
            description = "Report on all runs in the store, not on those of the last plan. Groups tell apart all"
                    + " fields in which they differ.")
    private boolean everything;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where page, figures and tables go. Default: the store, its folder `" + ReportFolder.ALL
                    + "` with --all; of several stores, a folder beside the first that is called after all.")
    private @Nullable String out;

    @Option(
            names = "--paper",
            description =
                    "Also draw every figure 3.3 and 6.7 inches wide, as SVG and PDF, in the folder figures/paper.")
    private boolean paper;

    @Mixin
    private ReportOptions options = new ReportOptions();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Override
    public Integer call() throws IOException, InvalidSweepException {
        long start = System.nanoTime();
        PrintWriter terminal = command.commandLine().getOut();
        StudyOptions asked = options.read();
        List<StoredPlans> stores = new ArrayList<>();
        for (String folder : folders) {
            stores.add(StoredPlans.of(folder));
        }
        refuseTheSame(stores);
        Extent extent = everything ? Extent.EVERYTHING : Extent.LAST_PLAN;
        String place = ReportFolder.of(folders, extent, Optional.ofNullable(out));
        Optional<StoredPlans> empty =
                stores.stream().filter(stored -> stored.index().size() == 0).findFirst();
        if (empty.isPresent()) {
            terminal.println("Nothing to report: no run in " + empty.get().folder() + " has ended yet.");
            terminal.flush();
            return ExitCode.DONE;
        }
        Subject subject = Subject.of(stores, extent);
        if (subject.grid().cells() == 0) {
            subject.origin().remarks().forEach(terminal::println);
            terminal.println("Nothing to report.");
            terminal.flush();
            return ExitCode.DONE;
        }
        try (Cluster spark = cluster.connect(terminal)) {
            new ReportJob(spark, subject, place)
                    .run(asked, paper ? ReportJob.Figures.FOR_PAPERS : ReportJob.Figures.OF_PAGE, terminal);
        }
        Ending.print(ExitCode.DONE, start, terminal);
        return ExitCode.DONE;
    }

    private static void refuseTheSame(List<StoredPlans> stores) {
        Map<String, String> seen = new HashMap<>();
        for (StoredPlans stored : stores) {
            String earlier = seen.put(stored.store().address(), stored.folder());
            if (earlier != null) {
                throw new Failure(
                        ExitCode.BAD_INPUT,
                        "Cannot compare " + earlier + " with " + stored.folder() + ", they are the same store");
            }
        }
    }
}
