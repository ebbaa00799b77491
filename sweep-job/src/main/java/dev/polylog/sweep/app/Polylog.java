package dev.polylog.sweep.app;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.spark.InvalidQueryException;
import dev.polylog.sweep.spark.SweepJobException;
import dev.polylog.sweep.store.StoreException;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.util.TimeZone;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command {@code polylog}. */
@Command(
        name = "polylog",
        description = "Parameter sweeps of SGD on hidden low-dimensional functions.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            PlanCommand.class,
            RunCommand.class,
            StatusCommand.class,
            SqlCommand.class,
            ReportCommand.class,
            VerifyCommand.class,
            BenchCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done; 1 the plan holds a failed or diverged run; 2 bad input;",
            "3 store damaged or locked; 130 interrupted."
        })
public final class Polylog {
    private Polylog() {}

    public static void main(String[] arguments) {
        LogFile.use();
        StandardError.use();
        // One clock for all that is printed, also inside arrays and structures.
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        System.exit(execute(arguments));
    }

    private static int execute(String[] arguments) {
        try {
            return commandLine().setOut(Output.standard()).execute(arguments);
        } catch (Error e) {
            // Without its libraries the program has no log either.
            System.err.println("polylog: unexpected " + e + " (is this the Spark that Polylog was built for?)");
            return ExitCode.STORE;
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Polylog())
                .setParameterExceptionHandler(new BadArguments())
                .setExecutionExceptionHandler(new Explanation())
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static final class BadArguments implements IParameterExceptionHandler {
        @Override
        public int handleParseException(ParameterException e, String[] arguments) {
            PrintWriter err = e.getCommandLine().getErr();
            err.println("polylog: " + e.getMessage());
            if (!CommandLine.UnmatchedArgumentException.printSuggestions(e, err)) {
                err.println("Try: polylog "
                        + (e.getCommandLine().getParent() == null
                                ? ""
                                : e.getCommandLine().getCommandName() + " ")
                        + "--help");
            }
            return ExitCode.BAD_INPUT;
        }
    }

    private static final class Explanation implements IExecutionExceptionHandler {
        @Override
        public int handleExecutionException(Exception e, CommandLine command, ParseResult arguments) {
            command.getErr().println(message(e));
            return exitCode(e);
        }

        private static String message(Exception e) {
            if (e instanceof InvalidSweepException) {
                return String.valueOf(e.getMessage());
            }
            if (e instanceof Failure || e instanceof IOException || e instanceof InvalidQueryException) {
                return "polylog: " + e.getMessage();
            }
            LogFile.record(e);
            if (e instanceof SweepJobException) {
                return "polylog: Spark gave up, " + e.getMessage() + " (the whole story is in " + LogFile.path()
                        + "). What is finished is kept; the same command goes on from there.";
            }
            return "polylog: unexpected " + e + " (the whole story is in " + LogFile.path() + ")";
        }

        private static int exitCode(Exception e) {
            if (e instanceof Failure failure) {
                return failure.exitCode();
            }
            boolean badInput = e instanceof InvalidSweepException
                    || e instanceof InvalidQueryException
                    || (e instanceof StoreException store && store.reason() == StoreException.Reason.WRONG_FOLDER);
            return badInput ? ExitCode.BAD_INPUT : ExitCode.STORE;
        }
    }
}
