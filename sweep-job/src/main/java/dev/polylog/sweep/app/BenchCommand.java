package dev.polylog.sweep.app;

import dev.polylog.sweep.plan.Calibration;
import dev.polylog.trainer.bench.Benchmark;
import dev.polylog.trainer.bench.StepBenchmark;
import dev.polylog.trainer.bench.StepCase;
import dev.polylog.trainer.bench.StepFigures;
import dev.polylog.trainer.bench.Stopwatch;
import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.engine.Speeds;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how fast this machine is. */
@Command(
        name = "bench",
        description = "Measure the speed of this machine's core, and remember it for estimates of time.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example:", "  polylog bench --quick"})
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Option(
            names = "--quick",
            description =
                    "Half a minute instead of some minutes: rough figures, no large problems; nothing is remembered.")
    private boolean quick;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = command.commandLine().getOut();
        BenchReport report = measure(quick ? Stopwatch.quick() : Stopwatch.thorough());
        if (json) {
            out.println(report.json());
        } else {
            report.print(out);
        }
        if (!quick) {
            remember(speeds(report));
        }
        Output.check(out);
        return ExitCode.DONE;
    }

    /** Says where, because that may be another folder than one would think; where figures go, only figures go. */
    private void remember(Speeds speeds) throws IOException {
        Path file = Calibration.file();
        Calibration.write(speeds, file);
        CommandLine line = command.commandLine();
        (json ? line.getErr() : line.getOut())
                .println("Estimates of time use these speeds, which are in " + file + ".");
    }

    private BenchReport measure(Stopwatch stopwatch) throws InterruptedException {
        Benchmark core = new Benchmark(stopwatch);
        double peak = core.productGflops();
        StepBenchmark benchmark = new StepBenchmark(stopwatch);
        List<StepFigures> steps = new ArrayList<>();
        for (StepCase step : StepCase.grid()) {
            steps.add(benchmark.measure(step));
        }
        if (!quick) {
            for (StepCase step : StepCase.large()) {
                steps.add(benchmark.measure(step));
            }
        }
        List<BenchReport.Pair> pairs = new ArrayList<>();
        if (Runtime.getRuntime().availableProcessors() > 1) {
            for (StepCase step : StepCase.neighbours()) {
                pairs.add(new BenchReport.Pair(step, benchmark.besideAnother(step)));
            }
        }
        // Last, because by now the compiler has been through it.
        double normal = core.nanosPerNormal();
        return new BenchReport(peak, normal, core.nanosPerPlatformNormal(), steps, pairs);
    }

    private static Speeds speeds(BenchReport report) {
        double equivalent = report.steps().stream()
                .filter(figures -> figures.step().engine() == EngineType.BITPACKED)
                .mapToDouble(StepFigures::equivalentGflops)
                .max()
                .orElseThrow();
        return new Speeds(report.peakGflops() * 1e9, report.normalNanos() * 1e-9, 4 / (equivalent * 1e9));
    }
}
