package dev.polylog.trainer.bench;

import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.engine.Speeds;
import dev.polylog.trainer.engine.Training;
import dev.polylog.trainer.engine.Workload;
import dev.polylog.trainer.linalg.Numerics;
import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Prints {@code docs/constants/engines.csv}, the time of a step over a grid of shapes, for {@code engines.py} beside it: some
 * minutes. {@code docs/constants/README.md} says how it is started.
 *
 * <p>Of the repeats the least one counts, because the machine may have other work.
 */
public final class StepMeasurements {
    private static final int SHAPES = 95;
    private static final double LONGEST_NANOS = 5e7;
    private static final int[] DIMENSIONS = {16, 64, 128, 256, 1024, 4096, 16_384, 65_536};
    private static final int[] WIDTHS = {2, 8, 16, 32, 64, 128, 256, 512};
    private static final int[] BATCHES = {4, 32, 128, 512, 2048, 8192, 32_768};

    private StepMeasurements() {}

    public static void main(String[] args) {
        PrintStream out = System.out;
        out.println("engine,inputs,d,width,batch,nanoseconds");
        Stopwatch stopwatch = new Stopwatch(Duration.ofMillis(150), Duration.ofMillis(15), 8);
        for (EngineType engine : List.of(EngineType.DENSE, EngineType.PROJECTED, EngineType.BITPACKED)) {
            InputLaw law = engine == EngineType.BITPACKED ? new InputLaw.BooleanCube() : new InputLaw.Gaussian();
            new StepBenchmark(new Stopwatch(Duration.ofSeconds(5), Duration.ofMillis(15), 1))
                    .measure(step(engine, law, 1024, 64, 512));
            for (StepCase step : shapes(engine)) {
                double nanos = new StepBenchmark(stopwatch).time(step).least();
                out.printf(
                        Locale.ROOT,
                        "%s,%s,%d,%d,%d,%.4g%n",
                        engine,
                        step.task().inputs(),
                        step.task().d(),
                        step.width(),
                        step.batchSize(),
                        nanos);
            }
        }
        // By now the compiler has been through everything.
        Benchmark core = new Benchmark(new Stopwatch(Duration.ofSeconds(3), Duration.ofMillis(50), 20));
        out.printf(
                Locale.ROOT,
                "# Java %s; %s%n# product-flops %.4g; normal-seconds %.4g%n",
                Runtime.version(),
                Numerics.fingerprint(),
                core.productGflops() * 1e9,
                core.nanosPerNormal() * 1e-9);
    }

    /** Some of the shapes whose step is short enough, always the same ones. */
    private static List<StepCase> shapes(EngineType engine) {
        List<StepCase> shapes = new ArrayList<>();
        for (int d : DIMENSIONS) {
            for (int width : WIDTHS) {
                for (int batch : BATCHES) {
                    StepCase step = step(engine, law(engine, shapes.size()), d, width, batch);
                    Workload workload =
                            new Workload(step.task(), Architecture.ofWidth(width), new Training(batch, 0.1));
                    if (batch <= 8 * d && engine.nanoseconds(workload, Speeds.FROZEN) < LONGEST_NANOS) {
                        shapes.add(step);
                    }
                }
            }
        }
        Collections.shuffle(shapes, new Random(1));
        return shapes.subList(0, SHAPES);
    }

    /** The dense engine is measured on both laws in turn. */
    private static InputLaw law(EngineType engine, int number) {
        return switch (engine) {
            case DENSE -> number % 2 == 0 ? new InputLaw.Gaussian() : new InputLaw.BooleanCube();
            case BITPACKED -> new InputLaw.BooleanCube();
            default -> new InputLaw.Gaussian();
        };
    }

    private static StepCase step(EngineType engine, InputLaw law, int d, int width, int batch) {
        return new StepCase(engine, new Task(new TargetFunction.Xor(), law, d, 0), width, batch);
    }
}
