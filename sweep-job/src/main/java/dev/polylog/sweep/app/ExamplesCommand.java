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
        for (Path file : SweepFolder.files(folder == null ? SweepFolder.ofPolylog() : folder)) {
            Paragraph.wrap(file + " " + cost(file), columns, INDENT).forEach(out::println);
            String comment = comment(Files.readAllLines(file));
            if (!comment.isEmpty()) {
                Paragraph.wrap(INDENT + comment, columns, INDENT).forEach(out::println);
            }
        }
        Output.check(out);
        return ExitCode.DONE;
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
