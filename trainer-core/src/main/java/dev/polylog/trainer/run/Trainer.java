package dev.polylog.trainer.run;

import dev.polylog.trainer.network.NormalRows;
import dev.polylog.trainer.network.Start;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.ridge.RidgeLearner;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trains one run on the calling thread, from specification to outcome. */
public final class Trainer {
    private final RunSpec spec;
    private final Course course;
    private long stepsTaken;

    private Trainer(RunSpec spec, Course course) {
        this.spec = spec;
        this.course = course;
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
        Logbook logbook = new Logbook(spec);
        Start.Draw draw = spec.architecture().neurons().isInfinite()
                ? Start.Draw.NONE
                : spec.start().draw(spec.architecture(), rows(spec), key);
        Optional<Trainer> trainer = course(spec, draw, key, logbook).map(course -> new Trainer(spec, course));
        Outcome outcome = trainer.map(started -> started.run(stop, wallStart, wallLimit))
                .orElseGet(() -> new Outcome.Rejected("no acceptable network in " + draw.draws() + " draws"));
        boolean failed = outcome instanceof Outcome.Failed;
        return new RunResult(
                outcome,
                draw.draws(),
                trainer.map(ended -> ended.stepsTaken).orElse(0L),
                failed ? List.of() : logbook.checkpoints(),
                failed ? List.of() : logbook.snapshots(),
                failed ? List.of() : logbook.distances(),
                (System.nanoTime() - wallStart) * 1e-9,
                (threadCpuNanos() - cpuStart) * 1e-9);
    }

    /** The vectors of which the first layer is made. */
    private static NormalRows rows(RunSpec spec) {
        return spec.method() instanceof Method.Sgd sgd
                ? sgd.engine().rows(spec.workload())
                : NormalRows.ofDimension(spec.task().d());
    }

    /** Empty if there is no network where one is needed. */
    private static Optional<Course> course(RunSpec spec, Start.Draw draw, StreamKey key, Logbook logbook) {
        if (spec.method() instanceof Method.Sgd sgd) {
            return draw.network().map(network -> new SgdCourse(spec, sgd.engine(), network, key, logbook));
        }
        Optional<RidgeLearner> learner = spec.architecture().neurons().isInfinite()
                ? Optional.of(RidgeRules.ofLimit(spec))
                : draw.network().map(RidgeRules::of);
        return learner.map(started -> new RidgeCourse(spec, started, key, logbook));
    }

    private Outcome run(StopSignal stop, long start, @Nullable Duration wallLimit) {
        Optional<Outcome> decided = course.begin();
        long lastStep = spec.maxSteps();
        for (long step = 1; decided.isEmpty() && step <= lastStep; step++) {
            if (stop.isRaised()) {
                throw new RunAbandonedException(step);
            }
            if (wallLimit != null && System.nanoTime() - start > wallLimit.toNanos()) {
                return new Outcome.Failed("wall limit of " + wallLimit.toSeconds() + " s passed at step " + step);
            }
            decided = course.step(step);
            stepsTaken = step;
        }
        course.end(stepsTaken);
        return decided.orElseGet(() -> exhausted(lastStep));
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
