package dev.polylog.trainer.random;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds of one random number, and of one of the platform's own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RandomBenchmark {
    private static final int COUNT = 1 << 14;

    private final RandomStream stream = new StreamKey(1, 2).stream(Purpose.TRAINING_INPUTS, 1);
    private final SplittableRandom platform = new SplittableRandom(1);
    private final float[] normals = new float[COUNT];
    private final int[] words = new int[COUNT];
    private int chunk;

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public float[] normals() {
        stream.normals(++chunk, normals, COUNT);
        return normals;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public int[] words() {
        stream.words(++chunk, words, COUNT);
        return words;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public float[] platformNormals() {
        for (int i = 0; i < COUNT; i++) {
            normals[i] = (float) platform.nextGaussian();
        }
        return normals;
    }
}
