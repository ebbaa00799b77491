package dev.polylog.sweep.theory;

import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.sweep.evidence.Trajectory;
import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.observe.Checkpoint;
import dev.polylog.trainer.observe.Observable;
import dev.polylog.trainer.observe.Observation;
import dev.polylog.trainer.observe.Schedule;
import dev.polylog.trainer.run.Budget;
import dev.polylog.trainer.run.Method;
import dev.polylog.trainer.run.Outcome;
import dev.polylog.trainer.run.RunIdentity;
import dev.polylog.trainer.run.RunResult;
import dev.polylog.trainer.run.RunSpec;
import dev.polylog.trainer.run.StopRule;
import dev.polylog.trainer.run.StopSignal;
import dev.polylog.trainer.run.Trainer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run of the recursion in place of SGD. Runs that differ in what the recursion does not see (seed and replicate, engine, size of
 * the test set, what else stops or records them) have the same trial.
 *
 * @param spec of its first start
 */
record Trial(RunSpec spec, Criterion criterion) {
    /** Keys of the starts follow from this and from what is learned, so that a forecast is the same wherever it is made. */
    private static final long SEED = 0;

    /** The recursion integrates; what it draws to test with is of no consequence. */
    private static final int TEST_SIZE = 1024;

    private static final int MOST_CHECKPOINTS = 400;
    private static final List<String> COLUMNS =
            Observable.ALL.stream().map(Observable::column).toList();

    /** One start of a trial. */
    record Start(Crossing crossing, Trajectory trajectory) {}

    static Trial of(Aim aim, EngineType engine) {
        RunSpec run = aim.run();
        Criterion criterion = aim.criterion();
        return new Trial(
                new RunSpec(
                        run.task(),
                        run.architecture(),
                        run.start(),
                        run.training(),
                        new Method.Sgd(engine),
                        new Budget(Horizon.steps(run), null),
                        stopRule(criterion),
                        new Observation(
                                TEST_SIZE,
                                schedule(run),
                                List.of(),
                                run.observation().zeta()),
                        SEED,
                        0),
                criterion);
    }

    private static StopRule stopRule(Criterion criterion) {
        Double value = criterion.threshold().value();
        boolean isError = criterion.observable() == Criterion.Observed.TEST_ERROR;
        return new StopRule(
                isError ? value : null,
                isError ? null : value,
                null,
                0,
                criterion.threshold().confirm(),
                0);
    }

    /** As often as the run is looked at, which is part of its n*; points over a budget are taken as evenly spaced. */
    private static Schedule schedule(RunSpec run) {
        return run.observation().schedule() instanceof Schedule.Points points
                ? new Schedule.Every(Math.max(1, run.maxSteps() / points.points()))
                : run.observation().schedule();
    }

    /** What trials have in common that give the same numbers. */
    String id() {
        return RunIdentity.of(spec).runId();
    }

    Start start(int number) {
        RunSpec start = spec.withReplicate(number);
        RunResult result = Trainer.train(start, StopSignal.NEVER, null);
        List<Checkpoint> checkpoints = result.checkpoints();
        long[] samples = checkpoints.stream().mapToLong(Checkpoint::samples).toArray();
        double[] values = checkpoints.stream()
                .mapToDouble(checkpoint -> switch (criterion.observable()) {
                    case TEST_ERROR -> checkpoint.testError();
                    case TEST_LOSS -> checkpoint.testLoss();
                })
                .toArray();
        Crossing crossing =
                samples.length == 0 ? Crossing.after(0) : criterion.threshold().crossing(samples, values);
        return new Start(
                crossing,
                trajectory(RunIdentity.of(start).runId(), result.outcome().kind(), checkpoints));
    }

    private static Trajectory trajectory(String id, Outcome.Kind outcome, List<Checkpoint> checkpoints) {
        Trajectory.Builder trajectory = new Trajectory.Builder(id, 0, outcome);
        int apart = 1 + checkpoints.size() / MOST_CHECKPOINTS;
        for (int i = 0; i < checkpoints.size(); i += apart) {
            Checkpoint checkpoint = checkpoints.get(i);
            List<@Nullable Double> row = new ArrayList<>();
            for (int observable = 0; observable < COLUMNS.size(); observable++) {
                row.add(checkpoint.value(observable));
            }
            trajectory.add(
                    checkpoint.step(),
                    checkpoint.samples(),
                    checkpoint.phase() == null ? null : checkpoint.phase().toString(),
                    COLUMNS,
                    row);
        }
        return trajectory.build();
    }
}
