package dev.polylog.trainer.bench;

import com.sun.management.ThreadMXBean;
import dev.polylog.trainer.engine.Engine;
import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.engine.Training;
import dev.polylog.trainer.engine.Workload;
import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.random.StreamKey;
import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a step costs: alone, by the dense engine instead, and beside another run. */
public final class StepBenchmark {
    private static final double THETA = 0.1;
    private static final double ETA = 0.1;
    /** Of a dense step that is worth its time, a fraction of a second. */
    private static final double MOST_FLOPS = 4e10;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Stopwatch stopwatch;

    public StepBenchmark(Stopwatch stopwatch) {
        this.stopwatch = stopwatch;
    }

    /** Times a step, and that of the dense engine beside a projected one. */
    public StepFigures measure(StepCase step) {
        long before = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
        Run run = new Run(step, 1);
        long bytes = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        Timing timing = stopwatch.time(run);
        return new StepFigures(step, timing, bytes, denseNanos(step));
    }

    /**
     * Nanoseconds of a step of the dense engine: on the line through the two batches of {@link #denseSamples}, because a
     * whole one may take minutes.
     */
    private double denseNanos(StepCase step) {
        int samples = denseSamples(step);
        StepCase dense = step.by(EngineType.DENSE, samples);
        if (step.engine() != EngineType.PROJECTED || dense.flops() > MOST_FLOPS) {
            return Double.NaN;
        }
        double half = time(step.by(EngineType.DENSE, samples / 2)).median();
        double whole = time(dense).median();
        return whole + (whole - half) * (step.batchSize() - samples) / (samples - samples / 2);
    }

    /** The larger of the two batches from which the time of the dense engine is extrapolated. */
    public static int denseSamples(StepCase step) {
        return (int) Math.min(step.batchSize(), 1024);
    }

    /** Times a step and nothing else. */
    Timing time(StepCase step) {
        return stopwatch.time(new Run(step, 1));
    }

    /**
     * Processor time of a step while another run of the same kind keeps a second core busy, as a multiple of its time
     * alone. What two runs share, such as caches and the way to memory, is seen in it.
     */
    public double besideAnother(StepCase step) throws InterruptedException {
        Run run = new Run(step, 1);
        double alone = stopwatch.time(run).median();
        AtomicBoolean isOver = new AtomicBoolean();
        Run other = new Run(step, 2);
        Thread neighbour = new Thread(
                () -> {
                    while (!isOver.get()) {
                        other.run();
                    }
                },
                "neighbour");
        neighbour.setDaemon(true);
        neighbour.start();
        try {
            return stopwatch.time(run).median() / alone;
        } finally {
            isOver.set(true);
            neighbour.join();
        }
    }

    /** Smaller where samples are few for the dimension, so that what is timed is a network that learns, not one that diverges. */
    private static double stepSize(StepCase step) {
        return ETA * Math.min(1, 4.0 * step.batchSize() / step.task().d());
    }

    /** A network and the engine that moves it, one step a call. */
    private static final class Run implements Runnable {
        private final Engine engine;
        private long steps;

        Run(StepCase step, int replicate) {
            StreamKey key = new StreamKey(1, replicate);
            Training training = new Training(step.batchSize(), stepSize(step));
            Workload workload = new Workload(step.task(), Architecture.ofWidth(step.width()), training);
            TwoLayerNetwork network = new Initialization.Sphere(THETA)
                    .draw(workload.architecture(), step.engine().rows(workload), key, 0);
            engine = step.engine().start(step.task(), network, training, key);
        }

        @Override
        public void run() {
            engine.step(++steps);
        }
    }
}
