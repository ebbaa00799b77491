package dev.polylog.sweep.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what teaches a shell the commands and options. */
@Command(
        name = "completion",
        description = "Print a script that makes bash or zsh complete commands and options.",
        mixinStandardHelpOptions = true,
        footer = {"", "For this shell, or in ~/.bashrc or ~/.zshrc for all:", "  source <(polylog completion)"})
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        out.println(AutoComplete.bash(Invocation.NAME, command.root().commandLine()));
        Output.check(out);
        return ExitCode.DONE;
    }
}
