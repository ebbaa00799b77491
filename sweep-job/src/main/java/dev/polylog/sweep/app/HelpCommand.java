package dev.polylog.sweep.app;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Explains another command. */
@Command(name = "help", description = "Explain a command.")
final class HelpCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command. Default: all, in a line each.")
    private @Nullable String name;

    @Override
    public Integer call() {
        CommandLine root = command.root().commandLine();
        CommandLine explained = name == null ? root : root.getSubcommands().get(name);
        if (explained == null) {
            throw new Failure(ExitCode.BAD_INPUT, BadArguments.unknownCommand(String.valueOf(name), command.root()));
        }
        explained.usage(root.getOut());
        return ExitCode.DONE;
    }
}
