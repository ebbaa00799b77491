package dev.polylog.trainer.run;

import dev.polylog.trainer.engine.Engine;
import dev.polylog.trainer.network.Start;
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

    private Trainer(RunSpec spec, TwoLayerNetwork network, StreamKey key) {
        this.spec = spec;
        this.network = network;
        this.engine = spec.engine().start(spec.task(), network, spec.training(), key);
        this.observer = new Observer(spec.observation(), spec.workload(), network, key, engine);
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
        StreamKey key = RunIdentity.of(spec).streamKey();
        Start.Draw draw = spec.start().draw(spec.architecture(), spec.task().d(), key);
        Optional<Trainer> trainer = draw.network().map(network -> new Trainer(spec, network, key));
        Outcome outcome = trainer.map(started -> started.run(stop, wallStart, wallLimit))
                .orElseGet(() -> new Outcome.Rejected("no acceptable network in " + draw.draws() + " draws"));
        boolean failed = outcome instanceof Outcome.Failed;
        return new RunResult(
                outcome,
                draw.draws(),
                trainer.map(ended -> ended.stepsTaken).orElse(0L),
                failed ? List.of() : trainer.map(ended -> ended.checkpoints).orElse(List.of()),
                failed ? List.of() : trainer.map(ended -> ended.snapshots).orElse(List.of()),
                (System.nanoTime() - wallStart) * 1e-9,
                (threadCpuNanos() - cpuStart) * 1e-9);
    }

    private Outcome run(StopSignal stop, long start, @Nullable Duration wallLimit) {
        Optional<Outcome> decided = record(0, null);
        snapshots.addAll(observer.snapshot(0));
        long lastStep = spec.maxSteps();
        for (long step = 1; decided.isEmpty() && step <= lastStep; step++) {
            if (stop.isRaised()) {
                throw new RunAbandonedException(step);
            }
            if (wallLimit != null && System.nanoTime() - start > wallLimit.toNanos()) {
                return new Outcome.Failed("wall limit of " + wallLimit.toSeconds() + " s passed at step " + step);
            }
            double loss = engine.step(step);
            stepsTaken = step;
            boolean lossIsFinite = Double.isFinite(loss);
            if (!lossIsFinite || !network.isFinite()) {
                record(step, loss);
                return new Outcome.Diverged(
                        (lossIsFinite ? "a weight" : "the loss") + " is not finite at step " + step, step);
            }
            decided = targets.considerStep(step, step * spec.training().batchSize(), loss);
            if (decided.isPresent() || schedule.contains(step)) {
                Optional<Outcome> byCheckpoint = record(step, loss);
                decided = decided.or(() -> byCheckpoint);
            }
            snapshots.addAll(observer.snapshot(step));
        }
        snapshots.addAll(observer.lastSnapshot(stepsTaken));
        return decided.orElseGet(() -> exhausted(lastStep));
    }

    private Optional<Outcome> record(long step, @Nullable Double trainLoss) {
        Checkpoint checkpoint = observer.observe(step, trainLoss);
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
