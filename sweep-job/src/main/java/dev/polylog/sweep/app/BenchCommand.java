package dev.polylog.sweep.app;

import dev.polylog.sweep.plan.Calibration;
import dev.polylog.trainer.bench.Benchmark;
import dev.polylog.trainer.bench.StepCase;
import dev.polylog.trainer.bench.Stopwatch;
import dev.polylog.trainer.bench.Timing;
import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.linalg.Numerics;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how fast this machine is. */
@Command(
        name = "bench",
        description = "Measure the speed of this machine's core, and remember it for estimates of time.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Option(names = "--quick", description = "A few seconds, rough figures; nothing is remembered.")
    private boolean quick;

    private record Result(StepCase step, Timing timing) {
        double gflops() {
            return step.flops() / timing.median();
        }
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = command.commandLine().getOut();
        Benchmark benchmark = new Benchmark(quick ? Stopwatch.quick() : Stopwatch.thorough());
        double peak = benchmark.productGflops();
        double normal = benchmark.nanosPerNormal();
        double platformNormal = benchmark.nanosPerPlatformNormal();
        List<Result> results = new ArrayList<>();
        for (StepCase step : StepCase.grid()) {
            results.add(new Result(step, benchmark.step(step)));
        }
        if (json) {
            out.println(json(peak, normal, results));
        } else {
            print(peak, normal, platformNormal, results, out);
        }
        if (!quick) {
            calibration(peak, normal, results).write(Calibration.file());
        }
        Output.check(out);
        return ExitCode.DONE;
    }

    private static Calibration calibration(double peak, double normal, List<Result> results) {
        double equivalent = results.stream()
                .filter(result -> result.step().engine() == EngineType.BITPACKED)
                .mapToDouble(Result::gflops)
                .max()
                .orElseThrow();
        return new Calibration(peak * 1e9, normal * 1e-9, 4 / (equivalent * 1e9));
    }

    private static void print(
            double peak, double normal, double platformNormal, List<Result> results, PrintWriter out) {
        out.println("Numerics:  " + Numerics.fingerprint());
        out.println("Products:  " + text("%.1f", peak) + " GFLOP/s (single precision, 1024 x 1024, one core)");
        out.println("Normals:   " + text("%.2f", normal) + " ns each, " + text("%.1f", platformNormal / normal)
                + " times as fast as SplittableRandom");
        out.println();
        TextTable table = new TextTable(List.of(
                "engine",
                "inputs",
                "covariance",
                "d",
                "width",
                "batch",
                "ms/step",
                "spread",
                "samples/s",
                "GFLOP/s",
                "of peak"));
        for (Result result : results) {
            StepCase step = result.step();
            double millis = result.timing().median() * 1e-6;
            table.add(List.of(
                    step.engine().toString(),
                    step.task().inputs().toString(),
                    step.task().covariance().toString(),
                    Words.count(step.task().d()),
                    Words.count(step.width()),
                    Words.count(step.batchSize()),
                    text("%.3f", millis),
                    text("%.0f %%", 100 * result.timing().spread()),
                    Words.count(Math.round(step.batchSize() / millis * 1000)),
                    text("%.1f", result.gflops()),
                    text("%.0f %%", 100 * result.gflops() / peak)));
        }
        table.print(out);
        out.println();
        out.println("GFLOP/s are those of plain SGD, 4 x batch x d x width a step, however the engine gets there.");
    }

    private static String json(double peak, double normal, List<Result> results) {
        StringBuilder text = new StringBuilder("{\"sgemm_peak_gflops\":" + text("%.2f", peak) + ",\"ns_per_normal\":"
                + text("%.4f", normal) + ",\"steps\":[");
        String separator = "";
        for (Result result : results) {
            StepCase step = result.step();
            text.append(separator)
                    .append("\n{\"engine\":\"" + step.engine() + "\",\"inputs\":\""
                            + step.task().inputs() + "\",\"covariance\":\""
                            + step.task().covariance() + "\"")
                    .append(",\"d\":" + step.task().d() + ",\"width\":" + step.width() + ",\"batch_size\":"
                            + step.batchSize())
                    .append(",\"ms_per_step\":" + text("%.5f", result.timing().median() * 1e-6))
                    .append(",\"equivalent_gflops\":" + text("%.2f", result.gflops()))
                    .append(",\"ratio_to_peak\":" + text("%.4f", result.gflops() / peak) + "}");
            separator = ",";
        }
        return text.append("]}").toString();
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
