package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
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

/** Microseconds of a step of each engine, and of the factorisation in the projected one. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StepsBenchmark {
    private static final StreamKey KEY = new StreamKey(1, 2);

    @Param({"128", "1024"})
    public int d = 128;

    @Param("64")
    public int width = 64;

    private Engine dense = engine(EngineType.DENSE, new InputLaw.Gaussian());
    private Engine projected = dense;
    private Engine bitpacked = dense;
    private Projection projection = projection();
    private long step;

    @Setup
    public void start() {
        dense = engine(EngineType.DENSE, new InputLaw.Gaussian());
        projected = engine(EngineType.PROJECTED, new InputLaw.Gaussian());
        bitpacked = engine(EngineType.BITPACKED, new InputLaw.BooleanCube());
        projection = projection();
    }

    private Projection projection() {
        return new Projection(task(new InputLaw.Gaussian()), network(), KEY);
    }

    private TwoLayerNetwork network() {
        return new Initialization.Sphere(0.1).draw(width, d, KEY);
    }

    private Task task(InputLaw inputs) {
        return new Task(new TargetFunction.Xor(), inputs, d, 0);
    }

    private Engine engine(EngineType type, InputLaw inputs) {
        return type.start(task(inputs), network(), new Training(4L * d, 0.1), KEY);
    }

    @Benchmark
    public double denseStep() {
        return dense.step(++step);
    }

    @Benchmark
    public double projectedStep() {
        return projected.step(++step);
    }

    @Benchmark
    public double bitpackedStep() {
        return bitpacked.step(++step);
    }

    @Benchmark
    public int factorisation() {
        projection.expire();
        projection.refresh();
        return projection.subspace().rank();
    }
}
