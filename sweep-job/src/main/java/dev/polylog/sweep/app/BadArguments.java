package dev.polylog.sweep.app;

import dev.polylog.sweep.config.SweepFile;
import dev.polylog.trainer.expression.Suggestion;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, and what was probably meant. */
final class BadArguments implements IParameterExceptionHandler {
    private static final String SETTING = "--set";

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        CommandLine line = e.getCommandLine();
        PrintWriter err = line.getErr();
        err.println("polylog: " + message(e, line.getCommandSpec()));
        err.println("Try: "
                + (line.getParent() == null ? Invocation.of("--help") : Invocation.of("help", line.getCommandName())));
        return ExitCode.BAD_INPUT;
    }

    private static String message(ParameterException e, CommandSpec command) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            List<String> words = unmatched.getUnmatched();
            String word = words.get(0);
            if (word.startsWith("-")) {
                return unknownOption(word, words.size() > 1 ? words.get(1) : "...", command);
            }
            return command.parent() == null ? unknownCommand(word, command) : "Unexpected argument: " + word;
        }
        return String.valueOf(e.getMessage());
    }

    /** A sweep file where a command should be is probably to be run. */
    static String unknownCommand(String word, CommandSpec root) {
        boolean isFile = word.endsWith(".conf");
        return "Unknown command: " + word
                + (isFile
                        ? " (did you mean run " + word + "?)"
                        : Suggestion.of(word, root.subcommands().keySet()));
    }

    /** What a sweep file can say is no option, but may be set. */
    private static String unknownOption(String option, String next, CommandSpec command) {
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals);
        String value = equals < 0 ? next : option.substring(equals + 1);
        String bare = name.replaceFirst("^-+", "");
        List<String> settings = command.optionsMap().containsKey(SETTING) ? settings() : List.of();
        Optional<String> exact = settings.stream().filter(bare::equals).findFirst();
        Optional<String> meant = exact.map(setting -> asSetting(setting, value))
                .or(() -> Suggestion.nearest(name, command.optionsMap().keySet()))
                .or(() -> Suggestion.nearest(bare, settings).map(setting -> asSetting(setting, value)));
        return "Unknown option: " + name
                + meant.map(found -> " (did you mean " + found + "?)").orElse("");
    }

    private static List<String> settings() {
        return Stream.concat(SweepFile.KEYS.stream(), Fields.ALL.stream().map(Field::name))
                .toList();
    }

    private static String asSetting(String name, String value) {
        String path = SweepFile.KEYS.contains(name) ? name : "run." + name;
        return SETTING + " " + path + "=" + value;
    }
}
