package dev.polylog.trainer.vector;

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
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Nanoseconds of a sample in the inner loops over sixteen neurons or, to and from D, 64; and of tables and bins as a whole. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class LaneBenchmark {
    private static final int ROWS = 4096;
    private static final int BLOCKS = 4;
    private static final int STRIDE = ROWS * Passes.LANES;

    @Param({"vector", "portable"})
    public String kind = "vector";

    private SignTables kernel = new PortableSignTables();
    private Passes passes = new PortableReluPasses();
    private final int[] words = new Random(1).ints(ROWS).toArray();
    private final float[] weights = new float[32 * Passes.LANES];
    private final float[] nibbles = new float[2 * SignTables.NIBBLE];
    private final float[] work = new float[1 << 20];
    private final double[] lanes = new double[Passes.LANES];
    private final double[] neurons = new double[BLOCKS * Passes.LANES];
    private final double[] outputs = new double[ROWS];

    @Setup
    public void choose() {
        kernel = kind.equals("vector") ? new VectorSignTables() : new PortableSignTables();
        passes = kind.equals("vector") ? new VectorReluPasses() : new PortableReluPasses();
        Random random = new Random(2);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) random.nextGaussian();
        }
        Arrays.fill(neurons, 0.1);
    }

    @Benchmark
    public float[] tables() {
        kernel.tables(weights, nibbles, work);
        return work;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public float[] addEntries() {
        kernel.addEntries(words, 0, ROWS, work, SignTables.ROWS);
        return work;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public float[] scatter() {
        kernel.scatter(work, SignTables.ROWS, words, 0, ROWS, 0);
        return work;
    }

    @Benchmark
    public float[] fold() {
        kernel.fold(work, 0, nibbles, weights, 0);
        return weights;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double[] outputs() {
        passes.outputs(work, SignTables.ROWS, Passes.LANES, STRIDE, BLOCKS, ROWS, neurons, lanes, outputs);
        return outputs;
    }

    @Benchmark
    @OperationsPerInvocation(ROWS)
    public double[] backPropagate() {
        passes.backPropagate(work, SignTables.ROWS, Passes.LANES, STRIDE, BLOCKS, ROWS, outputs, neurons);
        return neurons;
    }
}
