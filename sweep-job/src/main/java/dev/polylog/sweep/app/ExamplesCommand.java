package dev.polylog.sweep.app;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.config.SweepFile;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.format.Units;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.plan.Plan;
import dev.polylog.sweep.plan.Selection;
import dev.polylog.sweep.store.RunIndex;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists sweep files that are there to be run or copied from. */
@Command(
        name = "examples",
        description = "List the sweep files that come with Polylog, and what they cost.",
        mixinStandardHelpOptions = true)
final class ExamplesCommand implements Callable<Integer> {
    private static final String HOME = "polylog.home";
    private static final String FOLDER = "conf";
    private static final String INDENT = "    ";
    private static final int MOST_COLUMNS = 110;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "DIR", description = "Another folder of sweep files.")
    private @Nullable Path folder;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = command.commandLine().getOut();
        int columns = Math.min(MOST_COLUMNS, Terminal.columns());
        for (Path file : sweepFiles(folder == null ? ofPolylog() : folder)) {
            Paragraph.wrap(file + " " + cost(file), columns, INDENT).forEach(out::println);
            String comment = comment(Files.readAllLines(file));
            if (!comment.isEmpty()) {
                Paragraph.wrap(INDENT + comment, columns, INDENT).forEach(out::println);
            }
        }
        Output.check(out);
        return ExitCode.DONE;
    }

    /** As short as can be typed: that of the working folder, if it is the one that Polylog lies in. */
    private static Path ofPolylog() throws IOException {
        Path here = Path.of(FOLDER);
        String home = System.getProperty(HOME);
        if (home == null) {
            return here;
        }
        Path there = Path.of(home, FOLDER);
        return Files.isDirectory(here) && Files.isSameFile(here, there) ? here : there;
    }

    private static List<Path> sweepFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new Failure(ExitCode.BAD_INPUT, "No folder of sweep files: " + folder);
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".conf"))
                    .sorted()
                    .toList();
        }
    }

    private static String cost(Path file) {
        try {
            Sweep sweep = SweepFile.read(file, List.of());
            Plan plan = Plan.of(sweep, new RunIndex(), new Selection.Unfinished());
            int cores = Runtime.getRuntime().availableProcessors();
            return "(" + Numerals.count(plan.plannedRuns(), "run") + ", at most "
                    + Units.duration(Math.max(plan.seconds() / cores, plan.longestRunSeconds())) + " on "
                    + Numerals.count(cores, "core") + ")";
        } catch (InvalidSweepException e) {
            return "(not a sweep by itself)";
        }
    }

    /** The first sentence of the comment that a file begins with. */
    static String comment(List<String> lines) {
        String all = String.join(
                " ",
                lines.stream()
                        .takeWhile(line -> line.startsWith("# "))
                        .map(line -> line.substring(2))
                        .toList());
        return all.replaceFirst("(?<=[^ .]{2}[.?]) .*", "");
    }
}
