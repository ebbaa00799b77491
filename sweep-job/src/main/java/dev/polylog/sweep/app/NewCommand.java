package dev.polylog.sweep.app;

import dev.polylog.sweep.grid.SweepDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a sweep file to start from. */
@Command(
        name = "new",
        description = "Write a sweep file to start from, with comments.",
        mixinStandardHelpOptions = true,
        footer = {"", "Examples:", "  polylog new noise", "  polylog new studies/batch-size"})
final class NewCommand implements Callable<Integer> {
    private static final String SUFFIX = ".conf";
    private static final String TEMPLATE = "/new-sweep.conf";
    private static final String NAME = "@name@";

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(
            arity = "0..1",
            paramLabel = "NAME",
            description = "The name of the sweep, or the path of its file. Default: my-sweep.")
    private Path path = Path.of("my-sweep");

    @Override
    public Integer call() throws IOException {
        String last = path.getFileName() == null ? "" : path.getFileName().toString();
        String name = last.endsWith(SUFFIX) ? last.substring(0, last.length() - SUFFIX.length()) : last;
        if (!SweepDefinition.isName(name)) {
            throw new Failure(ExitCode.BAD_INPUT, "Invalid name: " + name + " (expected 1 to 64 of A-Z a-z 0-9 . _ -)");
        }
        Path file = path.resolveSibling(name + SUFFIX);
        write(file, template().replace(NAME, name));
        PrintWriter out = command.commandLine().getOut();
        out.println("Wrote " + file + ". Change it, and then:");
        out.println("  " + Invocation.of("plan", file.toString()));
        out.println("  " + Invocation.of("run", file.toString()));
        out.println("What it can say: " + Invocation.of("fields"));
        return ExitCode.DONE;
    }

    private static void write(Path file, String text) throws IOException {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new Failure(
                    ExitCode.BAD_INPUT, "Cannot write " + file + ", it is there already (choose another name)");
        } catch (NoSuchFileException e) {
            throw new Failure(ExitCode.BAD_INPUT, "Cannot write " + file + ", there is no such folder");
        }
    }

    private static String template() throws IOException {
        try (InputStream in = NewCommand.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) {
                throw new IllegalStateException(TEMPLATE + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
