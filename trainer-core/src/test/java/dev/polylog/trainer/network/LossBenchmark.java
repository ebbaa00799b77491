package dev.polylog.trainer.network;

import java.util.Arrays;
import java.util.Random;
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

/** Nanoseconds of the logistic loss and its slope. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LossBenchmark {
    private static final int COUNT = 4096;

    private final double[] outputs = new Random(1).doubles(COUNT, -3, 3).toArray();
    private final float[] labels = labels();
    private final LossPass loss = new LogisticLoss().pass(COUNT);
    private final double[] slopes = new double[COUNT];

    private static float[] labels() {
        float[] labels = new float[COUNT];
        Arrays.fill(labels, 1);
        return labels;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public double lossAndSlope() {
        System.arraycopy(outputs, 0, slopes, 0, COUNT);
        return loss.differentiate(labels, slopes, COUNT, 1, 0);
    }
}
