package dev.polylog.trainer.run;

import dev.polylog.trainer.engine.Engine;
import dev.polylog.trainer.network.TwoLayerNetwork;
import dev.polylog.trainer.observe.Checkpoint;
import dev.polylog.trainer.observe.NeuronSnapshot;
import dev.polylog.trainer.observe.Observer;
import dev.polylog.trainer.observe.Schedule.Checkpoints;
import dev.polylog.trainer.random.StreamKey;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trains one run on the calling thread, from specification to outcome. */
public final class Trainer {
    private final RunSpec spec;
    private final TwoLayerNetwork network;
    private final Engine engine;
    private final Observer observer;
    private final Checkpoints schedule;
    private final TargetWatch targets;
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final List<NeuronSnapshot> snapshots = new ArrayList<>();
    private long stepsTaken;

    private Trainer(RunSpec spec) {
        StreamKey key = RunIdentity.of(spec).streamKey();
        this.spec = spec;
        this.network = spec.initialization().draw(spec.width(), spec.task().d(), key);
        this.engine = spec.engine().start(spec.task(), network, spec.sgd(), key);
        this.observer = new Observer(spec.observation(), spec.task(), spec.sgd(), key, engine);
        this.schedule = spec.observation().schedule().checkpoints(spec.maxSteps());
        this.targets = new TargetWatch(spec.stopRule());
    }

    /**
     * Trains a run.
     *
     * @param stop asked at every step
     * @param wallLimit a run that takes longer fails
     * @throws RunAbandonedException if {@code stop} was raised
     */
    public static RunResult train(RunSpec spec, StopSignal stop, @Nullable Duration wallLimit) {
        long wallStart = System.nanoTime();
        long cpuStart = threadCpuNanos();
        Trainer trainer = new Trainer(spec);
        Outcome outcome = trainer.run(stop, wallStart, wallLimit == null ? Long.MAX_VALUE : wallLimit.toNanos());
        boolean failed = outcome instanceof Outcome.Failed;
        return new RunResult(
                outcome,
                trainer.stepsTaken,
                failed ? List.of() : trainer.checkpoints,
                failed ? List.of() : trainer.snapshots,
                (System.nanoTime() - wallStart) * 1e-9,
                (threadCpuNanos() - cpuStart) * 1e-9);
    }

    private Outcome run(StopSignal stop, long start, long wallLimitNanos) {
        Optional<Outcome> decided = record(0, null);
        snapshots.addAll(observer.snapshot(network, 0));
        long lastStep = spec.maxSteps();
        for (long step = 1; decided.isEmpty() && step <= lastStep; step++) {
            if (stop.isRaised()) {
                throw new RunAbandonedException(step);
            }
            if (System.nanoTime() - start > wallLimitNanos) {
                return new Outcome.Failed(
                        "wall limit of " + Duration.ofNanos(wallLimitNanos).toSeconds() + " s passed at step " + step);
            }
            double loss = engine.step(step);
            stepsTaken = step;
            boolean lossIsFinite = Double.isFinite(loss);
            if (!lossIsFinite || !network.isFinite()) {
                record(step, loss);
                return new Outcome.Diverged(
                        (lossIsFinite ? "a weight" : "the loss") + " is not finite at step " + step, step);
            }
            decided = schedule.contains(step) ? record(step, loss) : Optional.empty();
            snapshots.addAll(observer.snapshot(network, step));
        }
        return decided.orElseGet(() -> exhausted(lastStep));
    }

    private Optional<Outcome> record(long step, @Nullable Double trainLoss) {
        Checkpoint checkpoint = observer.observe(network, step, trainLoss);
        checkpoints.add(checkpoint);
        return targets.consider(checkpoint);
    }

    private Outcome exhausted(long lastStep) {
        return new Outcome.Exhausted(
                lastStep < spec.budget().maxSteps()
                        ? "max-samples after " + lastStep + " steps"
                        : "max-steps after " + lastStep + " steps");
    }

    private static long threadCpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
