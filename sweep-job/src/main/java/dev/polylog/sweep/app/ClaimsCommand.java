package dev.polylog.sweep.app;

import dev.polylog.sweep.claim.Ruling;
import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.config.SweepFile;
import dev.polylog.sweep.format.NaturalOrder;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.format.Units;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.spark.Cluster;
import dev.polylog.sweep.spark.StoreEvidence;
import dev.polylog.sweep.store.ResultFiles;
import dev.polylog.sweep.study.Claims;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds claims against the runs. */
@Command(
        name = "claims",
        description = "Say which claims of a sweep hold, fail, or are undecided by its runs.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  polylog claims out/two-relu-normal",
            "  polylog claims conf/two-relu/normal.conf",
            "  polylog claims --all",
            "",
            "A claim is part of a sweep file, see docs/sweep-files.md. The exit code is 0 whatever the verdicts."
        })
final class ClaimsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(
            paramLabel = "DIR|SWEEP.conf",
            arity = "0..*",
            description =
                    "A store, with the claims that its last plan has; or a sweep file, with the claims that it has now"
                            + " and the runs in out/<name of the sweep>.")
    private List<String> subjects = new ArrayList<>();

    @Option(
            names = "--all",
            description =
                    "Train what is missing of every study under conf/ that claims something, in its small variant if it"
                            + " has one, and show all claims together.")
    private boolean everything;

    @Option(names = "--studies", paramLabel = "DIR", description = "Another folder of sweep files for --all.")
    private @Nullable Path studies;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out/claims",
            description = "Where the stores of --all go, and the table of all claims. Default: ${DEFAULT-VALUE}.")
    private String out = "";

    @Option(
            names = "--minutes",
            paramLabel = "M",
            defaultValue = "30",
            description =
                    "Leave out of --all the longest studies, so that it is likely to take no longer than this. Default:"
                            + " ${DEFAULT-VALUE}.")
    private double minutes;

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Override
    public Integer call() throws IOException, InvalidSweepException {
        PrintWriter terminal = command.commandLine().getOut();
        if (everything == !subjects.isEmpty()) {
            throw new Failure(
                    ExitCode.BAD_INPUT,
                    everything
                            ? "Cannot use --all with " + subjects.get(0) + ", it is about all studies"
                            : "Missing DIR or SWEEP.conf (or --all, for every study that claims something)");
        }
        if (!(minutes > 0)) {
            throw new Failure(
                    ExitCode.BAD_INPUT, "Invalid --minutes: " + minutes + " (expected a number greater than 0)");
        }
        List<Subject> found = new ArrayList<>();
        if (everything) {
            for (ClaimStudies.One study : trained(terminal)) {
                found.add(Subject.ofPlan(study.sweep(), StoredPlans.of(study.store())));
            }
        } else {
            for (String subject : subjects) {
                found.add(subject(subject));
            }
        }
        List<Subject> claiming = found.stream()
                .filter(subject -> subject.grid().parts().stream()
                        .anyMatch(part -> !part.plan().claims().isEmpty()))
                .toList();
        if (claiming.isEmpty()) {
            terminal.println("Nothing is claimed of " + (everything ? "any study" : String.join(", ", subjects))
                    + ": a sweep file says what, under claims (docs/sweep-files.md).");
            terminal.flush();
            return ExitCode.DONE;
        }
        List<Ruling> rulings = judge(claiming, terminal);
        if (everything) {
            rulings.sort(Comparator.comparing((Ruling ruling) -> ruling.claim().id(), NaturalOrder.INSTANCE));
        }
        ClaimTable.print(rulings, terminal);
        if (everything) {
            ResultFiles.of(out, "claims", "", Version.text()).write(Claims.table(rulings));
            terminal.println("Table: " + out + "/" + ResultFiles.csv(Claims.SCHEMA));
            terminal.flush();
        }
        return ExitCode.DONE;
    }

    private static Subject subject(String subject) throws IOException, InvalidSweepException {
        if (subject.endsWith(SweepFolder.ENDING)) {
            Sweep sweep = SweepFile.read(Path.of(subject), List.of());
            return Subject.ofPlan(sweep, StoredPlans.of("out/" + sweep.name()));
        }
        StoredPlans stored = StoredPlans.of(subject);
        Sweep last = stored.last()
                .orElseThrow(() -> new Failure(
                        ExitCode.BAD_INPUT, "Cannot judge claims of " + subject + ", no run in it has ended yet"));
        return Subject.ofPlan(last, stored);
    }

    /** Judges the claims of each subject, and writes them beside its runs. */
    private List<Ruling> judge(List<Subject> subjects, PrintWriter terminal) throws IOException {
        List<Ruling> rulings = new ArrayList<>();
        try (Cluster spark = cluster.connect(terminal);
                StageView stage = StageView.of("Judging claims", terminal)) {
            for (Subject subject : subjects) {
                stage.at(subject.sweep());
                try (StoreEvidence evidence = StoreEvidence.of(spark, subject.stores(), subject.grid())) {
                    List<Ruling> ofSubject = Claims.of(subject.grid(), evidence);
                    ResultFiles.of(
                                    subject.origin().stores().get(0),
                                    subject.sweep(),
                                    subject.configuration(),
                                    Version.text())
                            .write(Claims.table(ofSubject));
                    rulings.addAll(ofSubject);
                }
            }
        }
        return rulings;
    }

    /** Trains what is missing of the studies that fit into the time. */
    private List<ClaimStudies.One> trained(PrintWriter terminal) throws IOException {
        ClaimStudies found = ClaimStudies.in(studies == null ? SweepFolder.ofPolylog() : studies, out, minutes);
        for (ClaimStudies.One study : found.chosen()) {
            terminal.println(study.file() + ":");
            int exitCode = Polylog.commandLine()
                    .setOut(terminal)
                    .setErr(command.commandLine().getErr())
                    .execute(Stream.concat(
                                    Stream.of("run", study.file().toString(), "--out", study.store(), "--no-report"),
                                    cluster.arguments().stream())
                            .toArray(String[]::new));
            if (exitCode != ExitCode.DONE && exitCode != ExitCode.BAD_RUNS) {
                throw new Failure(exitCode, "Cannot go on, the study in " + study.file() + " did not end");
            }
            terminal.println();
        }
        if (!found.tooLong().isEmpty()) {
            terminal.println(
                    "Left out, because they would take longer than --minutes " + Numerals.plain(minutes) + ":");
            found.tooLong()
                    .forEach(study ->
                            terminal.println("  " + study.file() + " (" + Units.duration(study.seconds()) + ")"));
            terminal.println();
        }
        terminal.flush();
        return found.chosen();
    }
}
