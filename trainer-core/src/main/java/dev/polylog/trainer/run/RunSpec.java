package dev.polylog.trainer.run;

import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.engine.Extent;
import dev.polylog.trainer.engine.Training;
import dev.polylog.trainer.engine.Workload;
import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.network.Bias;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.Output;
import dev.polylog.trainer.network.Redraw;
import dev.polylog.trainer.network.Start;
import dev.polylog.trainer.network.Width;
import dev.polylog.trainer.observe.Observation;
import dev.polylog.trainer.task.Labels;
import dev.polylog.trainer.task.Task;
import java.util.Objects;

/**
 * Everything that determines a run: two runs with equal specifications have equal trajectories.
 *
 * @param task what is learned
 * @param architecture what learns
 * @param start law of the first weights
 * @param training how it learns
 * @param method by which method
 * @param budget how long it may train
 * @param stopRule when it stops earlier
 * @param observation what is recorded
 * @param seed of the sweep
 * @param replicate number of the repetition, from 0
 */
public record RunSpec(
        Task task,
        Architecture architecture,
        Start start,
        Training training,
        Method method,
        Budget budget,
        StopRule stopRule,
        Observation observation,
        long seed,
        int replicate) {

    public RunSpec {
        start.check(architecture);
        checkBatchSize(new Workload(task, architecture, training), method, budget);
        long d = task.d();
        int k = task.target().coordinates();
        long kept =
                method instanceof Method.Sgd sgd ? sgd.engine().columns(new Workload(task, architecture, training)) : d;
        if (!architecture.neurons().isInfinite()) {
            int width = architecture.width();
            new Extent("width", width, "d * width", Extent.product(width, kept)).check();
        }
        new Extent("d", d, "d times " + k + " coordinates of the label", k * kept).check();
        new Extent("dataset-size", task.datasetSize(), "d * dataset-size", Extent.product(task.datasetSize(), d))
                .check();
        if (method instanceof Method.Sgd sgd) {
            if (sgd.engine().isTheory() && !(start.initialization() instanceof Initialization.Sphere)) {
                throw new IllegalArgumentException("Invalid init: " + start.initialization()
                        + " (expected sphere with engine " + sgd.engine() + ", whose neurons start nearly orthogonal)");
            }
            sgd.engine()
                    .longestArray(new Workload(task, architecture, training), observation.testSize())
                    .check();
        }
        if (training.loss().needsSigns() && task.labels() != Labels.PLUS_MINUS) {
            throw new IllegalArgumentException("Invalid loss: " + training.loss() + " (expected squared with labels "
                    + task.labels() + "; it needs the classes -1 and +1)");
        }
        if (stopRule.atError() != null && !task.labels().areClasses()) {
            throw new IllegalArgumentException("Invalid stop-at-error: " + stopRule.atError()
                    + " (expected none with labels real, which have no classes; stop-at-loss stops at a loss)");
        }
        if (task.datasetSize() > 0 && training.batchSize() > task.datasetSize()) {
            throw new IllegalArgumentException("Invalid batch-size: " + training.batchSize()
                    + " (expected at most dataset-size, " + task.datasetSize() + ")");
        }
    }

    private static void checkBatchSize(Workload workload, Method method, Budget budget) {
        long m = workload.training().batchSize();
        // With smaller minibatches no run comes so far that their samples could not be counted.
        if (m <= Integer.MAX_VALUE) {
            return;
        }
        if (method.drawsSamples()) {
            boolean hasLimit = method instanceof Method.Sgd && EngineType.LIMIT.serves(workload);
            throw new IllegalArgumentException("Invalid batch-size: " + m + " (expected at most " + Integer.MAX_VALUE
                    + " with " + method.computation() + ", which draws every sample"
                    + (hasLimit ? "; engine = " + EngineType.LIMIT + ", which is theory, draws none)" : ")"));
        }
        long most = Long.MAX_VALUE / m;
        if (budget.steps(m) > most) {
            throw new IllegalArgumentException("Invalid max-steps: " + budget.maxSteps() + " (expected at most " + most
                    + " with batch-size " + m + ": samples are counted in 64 bits)");
        }
    }

    /** A specification from the values of its fields. */
    public static RunSpec of(Settings settings, long seed, int replicate) {
        Fields.ALL.forEach(field -> field.checkRelevance(settings));
        Task task = new Task(
                settings.value(Fields.TARGET),
                settings.value(Fields.INPUTS),
                settings.value(Fields.SIGMA),
                settings.value(Fields.D),
                settings.value(Fields.LABEL_NOISE),
                settings.value(Fields.COVARIANCE),
                settings.value(Fields.ANISOTROPY),
                settings.value(Fields.COVARIANCE_BASIS),
                settings.value(Fields.BASIS),
                whole(settings, Fields.DATASET_SIZE),
                settings.value(Fields.LABELS),
                settings.value(Fields.TARGET_NOISE));
        Workload workload = new Workload(task, architecture(settings), training(settings));
        Method method = method(settings, workload);
        RunSpec spec = new RunSpec(
                task,
                workload.architecture(),
                start(settings),
                workload.training(),
                method,
                new Budget(settings.value(Fields.MAX_STEPS), settings.find(Fields.MAX_SAMPLES)),
                new StopRule(
                        settings.find(Fields.STOP_AT_ERROR),
                        settings.find(Fields.STOP_AT_LOSS),
                        settings.find(Fields.STOP_AT_TRAIN_LOSS),
                        whole(settings, Fields.STAGNATION),
                        whole(settings, Fields.STOP_CONFIRM),
                        whole(settings, Fields.PATIENCE)),
                new Observation(
                        whole(settings, Fields.TEST_SIZE),
                        settings.value(Fields.OBSERVE),
                        settings.value(Fields.SNAPSHOTS),
                        settings.value(Fields.ZETA)),
                seed,
                replicate);
        if (method instanceof Method.Ridge) {
            RidgeRules.check(spec);
        }
        return spec;
    }

    private static Method method(Settings settings, Workload workload) {
        if (settings.value(Fields.METHOD) == Method.Name.RIDGE) {
            return new Method.Ridge();
        }
        Width width = workload.architecture().neurons();
        if (width.isInfinite()) {
            throw new IllegalArgumentException("Invalid width: " + width
                    + " (expected a whole number of at least 1 with method sgd, or method ridge)");
        }
        return new Method.Sgd(settings.value(Fields.ENGINE).resolve(workload));
    }

    private static Architecture architecture(Settings settings) {
        return new Architecture(
                settings.value(Fields.WIDTH),
                settings.value(Fields.ACTIVATION).with(parameter -> settings.value(Fields.of(parameter))),
                settings.value(Fields.BIAS).isTrained() ? Bias.trained(settings.value(Fields.BIAS_SCALE)) : Bias.none(),
                settings.value(Fields.OUTPUT) instanceof Output.Fixed
                        ? new Output.Fixed(settings.value(Fields.OUTPUT_VALUE))
                        : new Output.Trained(),
                settings.value(Fields.SCALING));
    }

    private static Start start(Settings settings) {
        return new Start(
                settings.value(Fields.INIT).at(settings.value(Fields.INIT_SCALE)),
                settings.value(Fields.REDRAW) instanceof Redraw.NoDeadPoint
                        ? new Redraw.NoDeadPoint(
                                settings.value(Fields.REDRAW_MARGIN), whole(settings, Fields.REDRAW_LIMIT))
                        : new Redraw.None());
    }

    private static Training training(Settings settings) {
        return new Training(
                settings.value(Fields.BATCH_SIZE),
                settings.value(Fields.LOSS),
                settings.value(Fields.OPTIMIZER)
                        .with(settings.value(Fields.STEP_SIZE), parameter -> settings.value(Fields.of(parameter))),
                settings.value(Fields.LAYERS),
                settings.value(Fields.SWITCH_STEP),
                settings.value(Fields.PRECISION));
    }

    private static int whole(Settings settings, Field<Long> field) {
        return Math.toIntExact(settings.value(field));
    }

    /** theta, or its default where the law of the first weights has no scale. */
    double initScale() {
        Initialization law = start.initialization();
        return law instanceof Initialization.Kaiming
                ? Objects.requireNonNull(Fields.INIT_SCALE.fallback())
                : law.scale();
    }

    /** p. */
    public int width() {
        return architecture.width();
    }

    /** What its engine has to do. */
    public Workload workload() {
        return new Workload(task, architecture, training);
    }

    /** The same specification for another repetition. */
    public RunSpec withReplicate(int number) {
        return new RunSpec(task, architecture, start, training, method, budget, stopRule, observation, seed, number);
    }

    /** Number of steps that the budget allows. */
    public long maxSteps() {
        return budget.steps(training.batchSize());
    }
}
