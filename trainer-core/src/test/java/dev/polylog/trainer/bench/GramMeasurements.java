package dev.polylog.trainer.bench;

import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.linalg.Numerics;
import dev.polylog.trainer.task.Covariance;
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
 * Prints {@code docs/constants/gram.csv}, the time of a step of the gram engine over a grid of widths, batches and one or two
 * eigenspaces, as {@link StepMeasurements} does for the others.
 */
public final class GramMeasurements {
    private static final int DIMENSION = 1_000_000;
    private static final double LARGEST = 5e8;
    private static final int[] WIDTHS = {8, 16, 32, 64, 128, 256};
    private static final int[] BATCHES = {1, 2, 4, 8, 16, 64, 128, 256, 512, 2048, 8192, 32_768};

    private GramMeasurements() {}

    public static void main(String[] args) {
        PrintStream out = System.out;
        out.println("engine,inputs,d,spans,width,batch,nanoseconds");
        Stopwatch stopwatch = new Stopwatch(Duration.ofMillis(100), Duration.ofMillis(15), 8);
        for (int batch : new int[] {1, 4, 64, 512, 8192}) {
            new StepBenchmark(new Stopwatch(Duration.ofSeconds(4), Duration.ofMillis(15), 1))
                    .time(new StepCase(EngineType.GRAM, task(1), 64, batch));
        }
        List<String> lines = new ArrayList<>();
        List<Runnable> shapes = new ArrayList<>();
        for (int spans = 1; spans <= 2; spans++) {
            for (int width : WIDTHS) {
                for (int batch : BATCHES) {
                    if ((double) batch * width * (width + 20) <= LARGEST) {
                        StepCase step = new StepCase(EngineType.GRAM, task(spans), width, batch);
                        String name = "gram,gaussian," + DIMENSION + "," + spans + "," + width + "," + batch + ",";
                        shapes.add(() -> lines.add(String.format(
                                Locale.ROOT,
                                "%s%.4g",
                                name,
                                new StepBenchmark(stopwatch).time(step).least())));
                    }
                }
            }
        }
        Collections.shuffle(shapes, new Random(1));
        shapes.forEach(Runnable::run);
        lines.forEach(out::println);
        Benchmark core = new Benchmark(new Stopwatch(Duration.ofSeconds(3), Duration.ofMillis(50), 20));
        out.printf(
                Locale.ROOT,
                "# Java %s; %s%n# product-flops %.4g; normal-seconds %.4g%n",
                Runtime.version(),
                Numerics.fingerprint(),
                core.productGflops() * 1e9,
                core.nanosPerNormal() * 1e-9);
    }

    private static Task task(int spans) {
        Covariance covariance = spans == 1 ? new Covariance.Isotropic() : new Covariance.TwoLevel();
        return new Task(
                new TargetFunction.Xor(), new InputLaw.Gaussian(), DIMENSION, 0, covariance, spans == 1 ? 0 : 0.5);
    }
}
