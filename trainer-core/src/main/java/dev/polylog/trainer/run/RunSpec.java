package dev.polylog.trainer.run;

import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.engine.Sgd;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.observe.Observation;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Samples;
import dev.polylog.trainer.task.Task;

/**
 * Everything that determines a run: two runs with equal specifications have equal trajectories.
 *
 * @param task what is learned
 * @param width number of hidden neurons
 * @param initialization law of the first weights
 * @param sgd batch and step size
 * @param engine the resolved engine
 * @param budget how long it may train
 * @param stopRule when it stops earlier
 * @param observation what is recorded
 * @param seed of the sweep
 * @param replicate number of the repetition, from 0
 */
public record RunSpec(
        Task task,
        int width,
        Initialization initialization,
        Sgd sgd,
        EngineType engine,
        Budget budget,
        StopRule stopRule,
        Observation observation,
        long seed,
        int replicate) {

    public RunSpec {
        checkArray("width", width, "d * width", (long) width * task.d());
        int k = task.target().coordinates();
        checkArray("d", task.d(), "d times " + k + " coordinates of the label", (long) k * task.d());
        checkArray("dataset-size", task.datasetSize(), "d * dataset-size", (long) task.datasetSize() * task.d());
        if (engine != EngineType.PROJECTED) {
            int rows = Math.min(Samples.rowsPerChunk(task.d()), Math.max(sgd.batchSize(), observation.testSize()));
            checkArray("d", task.d(), "a chunk of " + rows + " samples", (long) rows * task.d());
            long slab = engine == EngineType.BITPACKED ? Math.max(rows, Math.min(8192, sgd.batchSize())) : rows;
            checkArray("width", width, "pre-activations of " + slab + " samples", slab * (width + 16L) + 32_768);
        }
        if (task.datasetSize() > 0 && sgd.batchSize() > task.datasetSize()) {
            throw new IllegalArgumentException("Invalid batch-size: " + sgd.batchSize()
                    + " (expected at most dataset-size, " + task.datasetSize() + ")");
        }
    }

    /** The longest array of every Java virtual machine. */
    private static final long LONGEST_ARRAY = Integer.MAX_VALUE - 8L;

    private static void checkArray(String field, int value, String what, long numbers) {
        if (numbers > LONGEST_ARRAY) {
            throw new IllegalArgumentException("Invalid " + field + ": " + value + " (" + what + " is " + numbers
                    + " numbers, expected at most " + LONGEST_ARRAY + ")");
        }
    }

    /** A specification from the values of its fields. */
    public static RunSpec of(Settings settings, long seed, int replicate) {
        InputLaw inputs = settings.value(Fields.INPUTS);
        // Of no effect on other laws, and so not part of their identity.
        Task task = new Task(
                settings.value(Fields.TARGET),
                inputs,
                inputs instanceof InputLaw.Clusters ? settings.value(Fields.SIGMA) : Task.USUAL_SIGMA,
                whole(settings, Fields.D),
                settings.value(Fields.LABEL_NOISE),
                settings.value(Fields.COVARIANCE),
                settings.value(Fields.ANISOTROPY),
                settings.value(Fields.COVARIANCE_BASIS),
                settings.value(Fields.BASIS),
                whole(settings, Fields.DATASET_SIZE));
        int width = whole(settings, Fields.WIDTH);
        Sgd sgd = new Sgd(
                whole(settings, Fields.BATCH_SIZE),
                settings.value(Fields.STEP_SIZE),
                settings.value(Fields.LAYERS),
                settings.value(Fields.PRECISION));
        return new RunSpec(
                task,
                width,
                new Initialization.Sphere(settings.value(Fields.INIT_SCALE)),
                sgd,
                settings.value(Fields.ENGINE).resolve(task, width, sgd),
                new Budget(settings.value(Fields.MAX_STEPS), settings.find(Fields.MAX_SAMPLES)),
                new StopRule(
                        settings.find(Fields.STOP_AT_ERROR),
                        settings.find(Fields.STOP_AT_LOSS),
                        whole(settings, Fields.STOP_CONFIRM),
                        whole(settings, Fields.PATIENCE)),
                new Observation(
                        whole(settings, Fields.TEST_SIZE),
                        settings.value(Fields.OBSERVE),
                        settings.value(Fields.SNAPSHOTS),
                        settings.value(Fields.ZETA)),
                seed,
                replicate);
    }

    private static int whole(Settings settings, Field<Long> field) {
        return Math.toIntExact(settings.value(field));
    }

    /** theta. */
    double initScale() {
        return initialization.scale();
    }

    /** The same specification for another repetition. */
    public RunSpec withReplicate(int number) {
        return new RunSpec(task, width, initialization, sgd, engine, budget, stopRule, observation, seed, number);
    }

    /** Number of steps that the budget allows. */
    public long maxSteps() {
        return budget.steps(sgd.batchSize());
    }
}
