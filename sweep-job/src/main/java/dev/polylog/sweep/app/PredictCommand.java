package dev.polylog.sweep.app;

import dev.polylog.sweep.config.InvalidSweepException;
import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.sweep.study.ExpectedScaling;
import dev.polylog.sweep.theory.Theory;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what theory expects of a sweep before anything is trained. */
@Command(
        name = "predict",
        description = "Say how many samples theory expects each cell to need, without a free parameter and without"
                + " training anything.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "The theory is the recursion that SGD follows where d and the batch are large; docs/theory.md has it. It takes"
                    + " milliseconds to seconds a cell, whatever d. Nothing is written.",
            "",
            "Examples:",
            "  polylog predict conf/quickstart.conf",
            "  polylog predict conf/quickstart.conf --set 'grid.d=[64,4096,1048576]' --starts 32",
            "  polylog predict conf/quickstart.conf --csv"
        })
final class PredictCommand implements Callable<Integer> {
    static final int MOST_STARTS = 10_000;

    /** From which on somebody who waits is told for what, also where there is no terminal. */
    private static final double LONG_SECONDS = 5;

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Mixin
    private SweepFileArguments arguments = new SweepFileArguments();

    @Option(
            names = "--starts",
            paramLabel = "N",
            description = "Networks that theory starts from in each cell, of which n* is the median. Default: "
                    + Theory.USUAL_STARTS + ".")
    private int starts = Theory.USUAL_STARTS;

    @Option(names = "--csv", description = "Print cells as CSV instead.")
    private boolean csv;

    @Override
    public Integer call() throws InvalidSweepException {
        if (starts < 1 || starts > MOST_STARTS) {
            throw new Failure(
                    ExitCode.BAD_INPUT,
                    "Invalid --starts: " + starts + " (expected 1 to " + Numerals.count(MOST_STARTS) + ")");
        }
        PrintWriter out = command.commandLine().getOut();
        Sweep sweep = arguments.read();
        List<CellForecast> forecasts = forecasts(sweep, Theory.of(starts), out);
        if (csv) {
            ForecastCsv.print(sweep, forecasts, out);
            return ExitCode.DONE;
        }
        out.println("Sweep " + sweep.name() + ": " + Numerals.count(forecasts.size(), "cell")
                + (sweep.varying().isEmpty() ? "" : " over " + String.join(", ", sweep.varying())) + ".");
        out.println("n* is the number of samples at which theory has " + criteria(forecasts) + ", the median of "
                + Numerals.count(starts, "start") + ".");
        out.println();
        ForecastTable.print(sweep, forecasts, out);
        List<String> laws = ExpectedScaling.paragraphs(sweep, CellForecast.byCell(forecasts));
        if (!laws.isEmpty()) {
            out.println();
            laws.forEach(out::println);
        }
        Output.check(out);
        return ExitCode.DONE;
    }

    private List<CellForecast> forecasts(Sweep sweep, Theory theory, PrintWriter out) {
        String task = "Asking theory";
        boolean isLong = !csv && theory.seconds(CellForecast.aims(sweep, sweep.cells())) > LONG_SECONDS;
        try (StageView stage = isLong ? StageView.of(task, out) : StageView.brief(task, out)) {
            return CellForecast.of(
                    sweep,
                    theory,
                    (done, all) -> stage.at(Numerals.count(done) + " of " + Numerals.count(all, "start")));
        }
    }

    private static String criteria(List<CellForecast> forecasts) {
        Set<Criterion> criteria =
                forecasts.stream().map(forecast -> forecast.aim().criterion()).collect(Collectors.toSet());
        return criteria.size() == 1 ? criteria.iterator().next().words() : "met the target of the cell";
    }
}
