package dev.polylog.trainer.run;

import dev.polylog.trainer.engine.EngineChoice;
import dev.polylog.trainer.engine.Layers;
import dev.polylog.trainer.engine.Precision;
import dev.polylog.trainer.observe.Schedule;
import dev.polylog.trainer.task.Basis;
import dev.polylog.trainer.task.Covariance;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a specification. The registry feeds the parser of sweep files, the identity of runs, the schema of the
 * tables and the documentation.
 */
public final class Fields {
    private static final Kind.Whole COUNT = new Kind.Whole(1, Integer.MAX_VALUE);
    private static final Kind.Whole LONG_COUNT = new Kind.Whole(1, Long.MAX_VALUE);
    private static final Kind.Real POSITIVE = new Kind.Real(Double.MIN_VALUE, Double.MAX_VALUE);
    private static final Kind.Real NOT_NEGATIVE = new Kind.Real(0, Double.MAX_VALUE);
    private static final Kind.Real FRACTION = new Kind.Real(0, 1);

    public static final Field<TargetFunction> TARGET = dynamics(
            "target",
            new Kind.Target(),
            new TargetFunction.Xor(),
            "the hidden function, of the first coordinates: xor is y = -sign(x1 x2)",
            spec -> spec.task().target());
    public static final Field<InputLaw> INPUTS = dynamics(
            "inputs",
            new Kind.Choice<>(InputLaw.all()),
            new InputLaw.Gaussian(),
            "law of the inputs",
            spec -> spec.task().inputs());
    public static final Field<Double> SIGMA = laterDynamics(
            "sigma",
            POSITIVE,
            Task.USUAL_SIGMA,
            "standard deviation of clusters around their centres",
            spec -> spec.task().sigma());
    public static final Field<Covariance> COVARIANCE = laterDynamics(
            "covariance",
            new Kind.Choice<>(List.of(
                    new Covariance.Isotropic(),
                    new Covariance.PowerLaw(),
                    new Covariance.TwoLevel(),
                    new Covariance.Spiked(),
                    new Covariance.Equicorrelated())),
            new Covariance.Isotropic(),
            "shape of the covariance of gaussian inputs and clusters",
            spec -> spec.task().covariance());
    public static final Field<Double> ANISOTROPY = laterDynamics(
            "anisotropy",
            NOT_NEGATIVE,
            0.0,
            "strength of the covariance, s; 0 is isotropic",
            spec -> spec.task().anisotropy());
    public static final Field<Basis> COVARIANCE_BASIS = laterDynamics(
            "covariance-basis",
            new Kind.Choice<>(List.of(Basis.values())),
            Basis.AXES,
            "whether the eigenvectors of the covariance are turned against the labels",
            spec -> spec.task().covarianceBasis());
    public static final Field<Basis> BASIS = laterDynamics(
            "basis",
            new Kind.Choice<>(List.of(Basis.values())),
            Basis.AXES,
            "whether inputs, labels and observables are turned together",
            spec -> spec.task().basis());
    public static final Field<Long> D =
            dynamics("d", new Kind.Whole(2, Integer.MAX_VALUE), 64L, "dimension of the inputs", spec ->
                    (long) spec.task().d());
    public static final Field<Long> WIDTH =
            dynamics("width", COUNT, 64L, "number of hidden neurons, p", spec -> (long) spec.width());
    public static final Field<Long> BATCH_SIZE = dynamics("batch-size", COUNT, 256L, "samples in each step, m", spec ->
            (long) spec.sgd().batchSize());
    public static final Field<Long> DATASET_SIZE = laterDynamics(
            "dataset-size",
            new Kind.Whole(0, Integer.MAX_VALUE),
            0L,
            "training samples that are drawn once and reused; 0 is fresh samples in each step",
            spec -> (long) spec.task().datasetSize());
    public static final Field<Double> STEP_SIZE = dynamics(
            "step-size",
            NOT_NEGATIVE,
            0.1,
            "eta; gradients are scaled by the width (mean field)",
            spec -> spec.sgd().stepSize());
    public static final Field<String> INIT = dynamics(
            "init",
            new Kind.Choice<>(List.of("sphere")),
            "sphere",
            "law of the first weights: w uniform on the sphere of radius init-scale, a = +-init-scale",
            spec -> spec.initialization().toString());
    public static final Field<Double> INIT_SCALE =
            dynamics("init-scale", POSITIVE, 0.1, "scale of the first weights, theta", RunSpec::initScale);
    public static final Field<Double> LABEL_NOISE = dynamics(
            "label-noise",
            FRACTION,
            0.0,
            "probability that a training label is flipped, q; test labels are clean",
            spec -> spec.task().labelNoise());
    public static final Field<Layers> LAYERS = laterDynamics(
            "layers",
            new Kind.Choice<>(List.of(Layers.values())),
            Layers.BOTH,
            "which layers are trained; second alone is a kernel method",
            spec -> spec.sgd().layers());
    public static final Field<Precision> PRECISION = laterDynamics(
            "precision",
            new Kind.Choice<>(List.of(Precision.values())),
            Precision.SINGLE,
            "arithmetic of weights and products; double is slow, and dense",
            spec -> spec.sgd().precision());
    public static final Field<Long> MAX_STEPS = observation(
            "max-steps",
            LONG_COUNT,
            1000L,
            "most steps of a run",
            spec -> spec.budget().maxSteps());
    public static final Field<Long> MAX_SAMPLES = observation(
            "max-samples",
            LONG_COUNT,
            null,
            "most training samples of a run",
            spec -> spec.budget().maxSamples());
    public static final Field<Double> STOP_AT_ERROR = observation(
            "stop-at-error",
            FRACTION,
            null,
            "test error at which a run has reached its target",
            spec -> spec.stopRule().atError());
    public static final Field<Double> STOP_AT_LOSS = observation(
            "stop-at-loss",
            NOT_NEGATIVE,
            null,
            "test loss at which a run has reached its target",
            spec -> spec.stopRule().atLoss());
    public static final Field<Long> STOP_CONFIRM = observation(
            "stop-confirm",
            COUNT,
            3L,
            "consecutive checkpoints that must meet a target; the first is when it was reached",
            spec -> (long) spec.stopRule().confirm());
    public static final Field<Long> PATIENCE = observation(
            "patience",
            new Kind.Whole(0, Integer.MAX_VALUE),
            0L,
            "checkpoints without a new lowest test loss after which a run is given up; 0 is never",
            spec -> (long) spec.stopRule().patience());
    public static final Field<Long> TEST_SIZE =
            observation("test-size", COUNT, 1024L, "fresh clean test samples at each checkpoint", spec ->
                    (long) spec.observation().testSize());
    public static final Field<Schedule> OBSERVE = observation(
            "observe",
            new Kind.Checkpoints(),
            new Schedule.Every(10),
            "checkpoints: every n-th step, or that many points over the budget",
            spec -> spec.observation().schedule());
    public static final Field<List<Long>> SNAPSHOTS = observation(
            "snapshots",
            new Kind.Steps(),
            List.of(),
            "steps at which every neuron is recorded",
            spec -> spec.observation().snapshots());
    public static final Field<Double> ZETA = observation(
            "zeta",
            POSITIVE,
            0.5,
            "a neuron is heavy if norm(w_perp) + norm(w_opp) <= zeta norm(w_sig)",
            spec -> spec.observation().zeta());
    public static final Field<EngineChoice> ENGINE = dynamics(
            "engine",
            new Kind.Choice<>(List.of(EngineChoice.values())),
            EngineChoice.AUTO,
            "how steps are computed; auto picks by the specification alone, and the result is recorded",
            spec -> EngineChoice.valueOf(spec.engine().name()));

    /** All fields, in the order of the documentation and of the columns of {@code runs}. */
    public static final List<Field<?>> ALL = List.of(
            TARGET,
            INPUTS,
            SIGMA,
            COVARIANCE,
            ANISOTROPY,
            COVARIANCE_BASIS,
            BASIS,
            D,
            WIDTH,
            BATCH_SIZE,
            DATASET_SIZE,
            STEP_SIZE,
            INIT,
            INIT_SCALE,
            LABEL_NOISE,
            LAYERS,
            PRECISION,
            MAX_STEPS,
            MAX_SAMPLES,
            STOP_AT_ERROR,
            STOP_AT_LOSS,
            STOP_CONFIRM,
            PATIENCE,
            TEST_SIZE,
            OBSERVE,
            SNAPSHOTS,
            ZETA,
            ENGINE);

    private Fields() {}

    private static <T> Field<T> dynamics(
            String name, Kind<T> kind, T fallback, String meaning, Function<RunSpec, @Nullable T> reader) {
        return new Field<>(name, kind, fallback, Field.Scope.DYNAMICS, Field.Naming.ALWAYS, meaning, reader);
    }

    /** Of a field that is younger than the first stores. */
    private static <T> Field<T> laterDynamics(
            String name, Kind<T> kind, T fallback, String meaning, Function<RunSpec, @Nullable T> reader) {
        return new Field<>(name, kind, fallback, Field.Scope.DYNAMICS, Field.Naming.UNLESS_DEFAULT, meaning, reader);
    }

    private static <T> Field<T> observation(
            String name, Kind<T> kind, @Nullable T fallback, String meaning, Function<RunSpec, @Nullable T> reader) {
        return new Field<>(name, kind, fallback, Field.Scope.OBSERVATION, Field.Naming.ALWAYS, meaning, reader);
    }
}
