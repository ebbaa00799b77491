package dev.polylog.sweep.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.format.Units;
import dev.polylog.trainer.bench.StepBenchmark;
import dev.polylog.trainer.bench.StepCase;
import dev.polylog.trainer.bench.StepFigures;
import dev.polylog.trainer.linalg.Numerics;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What {@code bench} measured.
 *
 * @param peakGflops of a large matrix product
 * @param normalNanos of one normal number
 * @param platformNormalNanos of one of the platform's own generator
 * @param steps one row each
 * @param pairs two runs at once; empty where there is one processor
 */
record BenchReport(
        double peakGflops,
        double normalNanos,
        double platformNormalNanos,
        List<StepFigures> steps,
        List<BenchReport.Pair> pairs) {
    private static final MathContext DIGITS = new MathContext(6);

    /**
     * Two runs at once.
     *
     * @param slowdown time of a step beside another run, as a multiple of its time alone
     */
    record Pair(StepCase step, double slowdown) {}

    BenchReport {
        steps = List.copyOf(steps);
        pairs = List.copyOf(pairs);
    }

    void print(PrintWriter out) {
        out.println("Numerics:  " + Numerics.fingerprint());
        out.println("Java:      " + Runtime.version());
        out.println("Products:  " + text("%.1f", peakGflops) + " GFLOP/s (single precision, 1024 x 1024, one core)");
        out.println("Normals:   " + text("%.2f", normalNanos) + " ns each, "
                + text("%.1f", platformNormalNanos / normalNanos) + " times as fast as SplittableRandom");
        if (!pairs.isEmpty()) {
            out.println("Two runs:  "
                    + pairs.stream()
                            .map(pair -> pair.step().engine() + " " + text("%.2f", pair.slowdown()))
                            .collect(Collectors.joining(", "))
                    + " times the step alone, on two cores at once");
        }
        out.println();
        table().print(out);
        out.println();
        out.println("Times are of the processor, medians of ten repeats; the spread is half their range.");
        out.println("GFLOP/s are those of plain SGD, 4 x batch x d x width a step, however the engine gets there.");
        steps.stream()
                .filter(figures -> figures.denseNanos() > 0)
                .mapToInt(figures -> StepBenchmark.denseSamples(figures.step()))
                .max()
                .ifPresent(samples -> out.println("The last column compares with the dense engine, extrapolated from "
                        + Numerals.count(samples / 2) + " and " + Numerals.count(samples) + " samples."));
    }

    private TextTable table() {
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
                "of peak",
                "memory",
                "of dense"));
        for (StepFigures figures : steps) {
            StepCase step = figures.step();
            double millis = figures.timing().median() * 1e-6;
            table.add(List.of(
                    step.engine().toString(),
                    step.task().inputs().toString(),
                    step.task().covariance().toString(),
                    Numerals.count(step.task().d()),
                    Numerals.count(step.width()),
                    Numerals.count(step.batchSize()),
                    text(millis < 0.1 ? "%.5f" : "%.3f", millis),
                    text("%.0f %%", 100 * figures.timing().spread()),
                    Numerals.count(Math.round(step.batchSize() / millis * 1000)),
                    text("%.1f", figures.equivalentGflops()),
                    text("%.0f %%", 100 * figures.equivalentGflops() / peakGflops),
                    Units.bytes((double) figures.bytes()),
                    figures.denseNanos() > 0 ? text("%.2f %%", 100 * figures.shareOfDense()) : "-"));
        }
        return table;
    }

    /** As data: an object whose numbers have six significant digits. */
    String json() {
        ObjectNode report = JsonNodeFactory.instance
                .objectNode()
                .put("sgemm_peak_gflops", rounded(peakGflops))
                .put("ns_per_normal", rounded(normalNanos))
                .put("ns_per_platform_normal", rounded(platformNormalNanos))
                .put("java", Runtime.version().toString())
                .put("numerics", Numerics.fingerprint());
        ArrayNode rows = report.putArray("steps");
        steps.forEach(figures -> describe(figures, rows.addObject()));
        ArrayNode pairRows = report.putArray("two_runs");
        pairs.forEach(pair -> describe(pair.step(), pairRows.addObject()).put("slowdown", rounded(pair.slowdown())));
        return report.toPrettyString();
    }

    private void describe(StepFigures figures, ObjectNode row) {
        describe(figures.step(), row)
                .put("ms_per_step", rounded(figures.timing().median() * 1e-6))
                .put("least_ms", rounded(figures.timing().least() * 1e-6))
                .put("most_ms", rounded(figures.timing().most() * 1e-6))
                .put("equivalent_gflops", rounded(figures.equivalentGflops()))
                .put("ratio_to_peak", rounded(figures.equivalentGflops() / peakGflops))
                .put("memory_bytes", figures.bytes());
        if (figures.denseNanos() > 0) {
            row.put("dense_ms_per_step", rounded(figures.denseNanos() * 1e-6))
                    .put("dense_extrapolated_from", StepBenchmark.denseSamples(figures.step()))
                    .put("ratio_to_dense", rounded(figures.shareOfDense()));
        }
    }

    private static ObjectNode describe(StepCase step, ObjectNode row) {
        return row.put("engine", step.engine().toString())
                .put("inputs", step.task().inputs().toString())
                .put("covariance", step.task().covariance().toString())
                .put("d", step.task().d())
                .put("width", step.width())
                .put("batch_size", step.batchSize());
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
