package dev.polylog.sweep.app;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.config.SweepFile;
import dev.polylog.sweep.spark.Cluster;
import dev.polylog.sweep.store.RunStore;
import dev.polylog.sweep.study.StudyOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the report of a store. */
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
            "  polylog report out/quickstart --threshold 0.1 --threshold 0.2 --confirm 2"
        })
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(paramLabel = "DIR", description = "The store, such as out/quickstart.")
    private String folder = "";

    @Mixin
    private ReportOptions options = new ReportOptions();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Override
    public Integer call() throws IOException, InvalidSweepException {
        long start = System.nanoTime();
        PrintWriter out = command.commandLine().getOut();
        StudyOptions asked = options.read();
        RunStore store = RunStore.existing(folder);
        Optional<String> configuration = store.latestConfiguration(store.packs());
        if (configuration.isEmpty()) {
            out.println("Nothing to report: no run in " + folder + " has ended yet.");
            out.flush();
            return ExitCode.DONE;
        }
        try (Cluster spark = cluster.connect(out)) {
            new ReportJob(spark, store, folder).run(SweepFile.parse(configuration.get()), asked, out);
        }
        Ending.print(ExitCode.DONE, start, out);
        return ExitCode.DONE;
    }
}
