package dev.polylog.sweep.app;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.spark.InvalidQueryException;
import dev.polylog.sweep.spark.SweepJobException;
import dev.polylog.sweep.store.StoreException;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** The command {@code polylog}. */
@Command(
        name = "polylog",
        description = "Parameter sweeps of SGD on hidden low-dimensional functions.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            NewCommand.class,
            FieldsCommand.class,
            ExamplesCommand.class,
            PredictCommand.class,
            PlanCommand.class,
            RunCommand.class,
            StatusCommand.class,
            ReportCommand.class,
            ClaimsCommand.class,
            SqlCommand.class,
            VerifyCommand.class,
            BenchCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  polylog run conf/quickstart.conf",
            "  polylog new noise",
            "  polylog plan noise.conf --set 'grid.d=[64,128]'",
            "  polylog report out/noise",
            "  polylog help run",
            "",
            "Fields of sweep files: `polylog fields`, or docs/sweep-files.md.",
            "",
            "Environment: JAVA_HOME, the JDK; POLYLOG_JAVA_OPTS, flags for it such as -Xmx8g; SPARK_HOME, another Spark;"
                    + " HADOOP_CONF_DIR, settings of the file system of stores; XDG_CACHE_HOME, where logs and measured"
                    + " speeds go; COLUMNS, the width of output where no terminal knows it.",
            "",
            "Exit codes: 0 done; 1 the plan holds a failed or diverged run; 2 bad input; 3 store damaged or locked;"
                    + " 130 interrupted."
        })
public final class Polylog implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    private Polylog() {}

    /** Without a command there is nothing to do, and a script should notice. */
    @Override
    public Integer call() {
        CommandLine line = command.commandLine();
        line.usage(line.getErr());
        return ExitCode.BAD_INPUT;
    }

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
        CommandLine line = new CommandLine(new Polylog())
                .setParameterExceptionHandler(new BadArguments())
                .setExecutionExceptionHandler(new Explanation())
                .setCaseInsensitiveEnumValuesAllowed(true);
        HelpPage.use(line);
        return line;
    }

    private static final class Explanation implements IExecutionExceptionHandler {
        @Override
        public int handleExecutionException(Exception e, CommandLine command, ParseResult arguments) {
            if (exitCode(e) != ExitCode.NO_READER) {
                command.getErr().println(Invocation.typed(message(e)));
            }
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
