package dev.polylog.trainer.linalg;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Microseconds of the two products of a chunk of the dense engine. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ProductBenchmark {
    private static final int ROWS = 512;
    private static final int D = 1024;

    @Param({"64", "256"})
    public int width = 64;

    private final float[] inputs = new float[ROWS * D];
    private float[] weights = {};
    private float[] signals = {};
    private float[] gradient = {};

    @Setup
    public void fill() {
        weights = new float[width * D];
        signals = new float[ROWS * width];
        gradient = new float[width * D];
        Arrays.fill(inputs, 0.5f);
        Arrays.fill(weights, 0.25f);
        Arrays.fill(signals, 0.125f);
    }

    @Benchmark
    public float[] preActivations() {
        Blas.multiplyTransposed(inputs, weights, signals, ROWS, D, width);
        return signals;
    }

    @Benchmark
    public float[] gradient() {
        Blas.transposedMultiply(1f, signals, inputs, 0f, gradient, ROWS, width, D);
        return gradient;
    }
}
