package dev.polylog.trainer.run;

import dev.polylog.trainer.engine.EngineChoice;
import dev.polylog.trainer.engine.Layers;
import dev.polylog.trainer.engine.Precision;
import dev.polylog.trainer.network.Activation;
import dev.polylog.trainer.network.Bias;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.LogisticLoss;
import dev.polylog.trainer.network.Loss;
import dev.polylog.trainer.network.Output;
import dev.polylog.trainer.network.Parameter;
import dev.polylog.trainer.network.Redraw;
import dev.polylog.trainer.network.Scaling;
import dev.polylog.trainer.network.Width;
import dev.polylog.trainer.observe.Schedule;
import dev.polylog.trainer.optimizer.Optimizer;
import dev.polylog.trainer.task.Basis;
import dev.polylog.trainer.task.Covariance;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Labels;
import dev.polylog.trainer.task.TargetFunction;
import dev.polylog.trainer.task.Task;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a specification. The registry feeds the parser of sweep files, the identity of runs, the schema of the
 * tables and the documentation.
 */
public final class Fields {
    private static final Kind.Whole COUNT = new Kind.Whole(1, Integer.MAX_VALUE);
    private static final Kind.Whole LONG_COUNT = new Kind.Whole(1, Long.MAX_VALUE);
    /** Theory has no largest dimension; formulas in double precision still tell it from the next. */
    private static final long MOST_DIMENSIONS = 1_000_000_000_000L;
    /** A thousand samples a dimension. */
    private static final long LARGEST_BATCH = 1000 * MOST_DIMENSIONS;

    private static final Kind.Real POSITIVE = new Kind.Real(Double.MIN_VALUE, Double.MAX_VALUE);
    private static final Kind.Real NOT_NEGATIVE = new Kind.Real(0, Double.MAX_VALUE);
    private static final Kind.Real ANY = new Kind.Real(-Double.MAX_VALUE, Double.MAX_VALUE);
    private static final Kind.Real FRACTION = new Kind.Real(0, 1);

    private static final Field.Relevance ALWAYS = Field.Relevance.ALWAYS;

    public static final Field<Method.Name> METHOD = laterDynamics(
            "method",
            new Kind.Choice<>(List.of(Method.Name.values())),
            Method.Name.SGD,
            "how it is learned: by steps of sgd, or by ridge regression of the second layer on all samples until then",
            spec -> spec.method().name());
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
                    spec -> spec.task().sigma())
            .when(INPUTS, new InputLaw.Clusters());
    public static final Field<Covariance> COVARIANCE = laterDynamics(
            "covariance",
            new Kind.Choice<>(Covariance.all()),
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
    public static final Field<Long> D = dynamics(
            "d",
            new Kind.Whole(2, MOST_DIMENSIONS),
            64L,
            "dimension of the inputs",
            spec -> spec.task().d());
    public static final Field<Width> WIDTH = dynamics(
            "width",
            new Kind.Neurons(),
            Width.of(64),
            "number of hidden neurons, p; infinite is their kernel",
            spec -> spec.architecture().neurons());
    public static final Field<Activation> ACTIVATION = laterDynamics(
            "activation",
            new Kind.Choice<>(Activation.all()),
            new Activation.Relu(),
            "nonlinearity of the hidden neurons, s",
            spec -> spec.architecture().activation());
    private static final List<Field<Double>> ACTIVATION_PARAMETERS = parameters(
            ACTIVATION,
            Activation.all(),
            Activation::parameters,
            (spec, parameter) -> spec.architecture().activation().parameter(parameter));
    public static final Field<Bias> BIAS = laterDynamics(
                    "bias",
                    new Kind.Choice<>(List.of(Bias.none(), Bias.trained(0))),
                    Bias.none(),
                    "thresholds of the hidden neurons, b, trained with the first layer",
                    spec -> spec.architecture().bias())
            .when(METHOD, Method.Name.SGD);
    public static final Field<Double> BIAS_SCALE = laterDynamics(
                    "bias-scale",
                    NOT_NEGATIVE,
                    0.0,
                    "standard deviation of the first biases, which are normal; 0 starts them at zero",
                    spec -> spec.architecture().bias().scale())
            .when(BIAS, Bias.trained(0));
    public static final Field<Output> OUTPUT = laterDynamics(
                    "output",
                    new Kind.Choice<>(List.of(new Output.Trained(), new Output.Fixed(Output.Fixed.USUAL_VALUE))),
                    new Output.Trained(),
                    "whether the output weights, a, are trained or one number for ever",
                    spec -> spec.architecture().output())
            .when(METHOD, Method.Name.SGD);
    public static final Field<Double> OUTPUT_VALUE = laterDynamics(
                    "output-value",
                    ANY,
                    Output.Fixed.USUAL_VALUE,
                    "every output weight, where they are fixed",
                    spec -> spec.architecture().output() instanceof Output.Fixed fixed
                            ? fixed.value()
                            : Output.Fixed.USUAL_VALUE)
            .when(OUTPUT, new Output.Fixed(Output.Fixed.USUAL_VALUE));
    public static final Field<Scaling> SCALING = laterDynamics(
                    "scaling",
                    new Kind.Choice<>(List.of(Scaling.values())),
                    Scaling.MEAN_FIELD,
                    "factor between the sum over neurons and the output: 1 / p (mean-field) or 1 (standard)",
                    spec -> spec.architecture().scaling())
            .when(METHOD, Method.Name.SGD);
    public static final Field<Long> BATCH_SIZE = dynamics(
            "batch-size",
            new Kind.Whole(1, LARGEST_BATCH),
            256L,
            "samples in each step, m",
            spec -> spec.training().batchSize());
    public static final Field<Long> DATASET_SIZE = laterDynamics(
            "dataset-size",
            new Kind.Whole(0, Integer.MAX_VALUE),
            0L,
            "training samples that are drawn once and reused; 0 is fresh samples in each step",
            spec -> (long) spec.task().datasetSize());
    public static final Field<Loss> LOSS = laterDynamics(
            "loss",
            new Kind.Choice<>(Loss.all()),
            new LogisticLoss(),
            "what is minimised for a label t and an output f: 2 log(1 + exp(-t f)), (f - t)^2 or max(0, 1 - t f)",
            spec -> spec.training().loss());
    public static final Field<Optimizer> OPTIMIZER = laterDynamics(
                    "optimizer",
                    new Kind.Choice<>(Optimizer.all()),
                    Optimizer.all().get(0),
                    "how gradients move weights",
                    spec -> spec.training().optimizer())
            .when(METHOD, Method.Name.SGD);
    public static final Field<Double> STEP_SIZE = dynamics(
                    "step-size",
                    NOT_NEGATIVE,
                    Optimizer.USUAL_STEP_SIZE,
                    "eta; gradients are those of the sum over neurons, not of its mean",
                    spec -> spec.training().stepSize())
            .when(METHOD, Method.Name.SGD);
    private static final List<Field<Double>> OPTIMIZER_PARAMETERS = parameters(
            OPTIMIZER,
            Optimizer.all(),
            Optimizer::parameters,
            (spec, parameter) -> spec.training().optimizer().parameter(parameter));
    public static final Field<Initialization> INIT = dynamics(
            "init",
            new Kind.Choice<>(Initialization.all()),
            Initialization.all().get(0),
            "law of the first weights",
            spec -> spec.start().initialization());
    public static final Field<Double> INIT_SCALE = dynamics(
                    "init-scale", POSITIVE, 0.1, "scale of the first weights, theta", RunSpec::initScale)
            .when(INIT, "sphere", "normal", "mirror");
    public static final Field<Redraw> REDRAW = laterDynamics(
                    "redraw",
                    new Kind.Choice<>(
                            List.of(new Redraw.None(), new Redraw.NoDeadPoint(0, Redraw.NoDeadPoint.USUAL_LIMIT))),
                    new Redraw.None(),
                    "which first networks are drawn again: those under which one of the four points has no active neuron",
                    spec -> spec.start().redraw())
            .when(INPUTS, new InputLaw.FourPoints());
    public static final Field<Double> REDRAW_MARGIN = laterDynamics(
                    "redraw-margin",
                    NOT_NEGATIVE,
                    0.0,
                    "pre-activation above which a neuron counts as active",
                    spec -> spec.start().redraw() instanceof Redraw.NoDeadPoint rule ? rule.margin() : 0.0)
            .when(REDRAW, "no-dead-point");
    public static final Field<Long> REDRAW_LIMIT = laterDynamics(
                    "redraw-limit",
                    new Kind.Whole(1, 1_000_000),
                    (long) Redraw.NoDeadPoint.USUAL_LIMIT,
                    "networks that are drawn at most; a run without an acceptable one is rejected",
                    spec -> spec.start().redraw() instanceof Redraw.NoDeadPoint rule
                            ? (long) rule.limit()
                            : Redraw.NoDeadPoint.USUAL_LIMIT)
            .when(REDRAW, "no-dead-point");
    public static final Field<Labels> LABELS = laterDynamics(
            "labels",
            new Kind.Choice<>(List.of(Labels.values())),
            Labels.PLUS_MINUS,
            "what the target is to the network: classes -1 and +1, classes 0 and 1, or the real values that it has",
            spec -> spec.task().labels());
    public static final Field<Double> LABEL_NOISE = dynamics(
                    "label-noise",
                    FRACTION,
                    0.0,
                    "probability that a training label is flipped, q; test labels are clean",
                    spec -> spec.task().labelNoise())
            .when(LABELS, Labels.PLUS_MINUS, Labels.ZERO_ONE);
    public static final Field<Double> TARGET_NOISE = laterDynamics(
                    "target-noise",
                    NOT_NEGATIVE,
                    0.0,
                    "standard deviation of the normal noise on real training labels; test labels are clean",
                    spec -> spec.task().targetNoise())
            .when(LABELS, Labels.REAL);
    public static final Field<Layers> LAYERS = laterDynamics(
                    "layers",
                    new Kind.Choice<>(List.of(Layers.values())),
                    Layers.BOTH,
                    "which layers are trained; second alone is a kernel method",
                    spec -> spec.training().layers())
            .when(OUTPUT, new Output.Trained());
    public static final Field<Long> SWITCH_STEP = laterDynamics(
                    "switch-step",
                    new Kind.Whole(0, Long.MAX_VALUE),
                    0L,
                    "last step of the first layer, such as \"round(0.5 * max_steps)\"; the second one is trained after it",
                    spec -> spec.training().switchStep())
            .when(LAYERS, Layers.FIRST_THEN_SECOND);
    public static final Field<Precision> PRECISION = laterDynamics(
                    "precision",
                    new Kind.Choice<>(List.of(Precision.values())),
                    Precision.SINGLE,
                    "arithmetic of weights and products; double is slow, and dense",
                    spec -> spec.training().precision())
            .when(METHOD, Method.Name.SGD);
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
    public static final Field<Double> STOP_AT_TRAIN_LOSS = laterObservation(
                    "stop-at-train-loss",
                    NOT_NEGATIVE,
                    null,
                    "loss of a minibatch, before its step, below which a run has reached its target; looked at in every step",
                    spec -> spec.stopRule().atTrainLoss())
            .when(METHOD, Method.Name.SGD);
    public static final Field<Long> STAGNATION = laterObservation(
                    "stagnation",
                    new Kind.Whole(0, Integer.MAX_VALUE),
                    0L,
                    "consecutive steps whose loss is no new lowest one after which a run is given up; 0 is never",
                    spec -> (long) spec.stopRule().stagnation())
            .when(METHOD, Method.Name.SGD);
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
                    spec -> spec.observation().snapshots())
            .when(METHOD, Method.Name.SGD);
    public static final Field<Double> ZETA = observation(
                    "zeta",
                    POSITIVE,
                    0.5,
                    "a neuron is heavy if norm(w_perp) + norm(w_opp) <= zeta norm(w_sig)",
                    spec -> spec.observation().zeta())
            .when(METHOD, Method.Name.SGD);
    public static final Field<EngineChoice> ENGINE = dynamics(
                    "engine",
                    new Kind.Choice<>(EngineChoice.all()),
                    EngineChoice.AUTO,
                    "how steps are computed; auto picks by the specification alone, and the result is recorded",
                    spec -> spec.method() instanceof Method.Sgd sgd ? EngineChoice.of(sgd.engine()) : EngineChoice.AUTO)
            .when(METHOD, Method.Name.SGD)
            .idle(EngineChoice.AUTO_1);

    /** All fields, in the order of the documentation and of the columns of {@code runs}. */
    public static final List<Field<?>> ALL = flat(
            METHOD,
            TARGET,
            INPUTS,
            SIGMA,
            COVARIANCE,
            ANISOTROPY,
            COVARIANCE_BASIS,
            BASIS,
            D,
            WIDTH,
            ACTIVATION,
            ACTIVATION_PARAMETERS,
            BIAS,
            BIAS_SCALE,
            OUTPUT,
            OUTPUT_VALUE,
            SCALING,
            BATCH_SIZE,
            DATASET_SIZE,
            LOSS,
            OPTIMIZER,
            STEP_SIZE,
            OPTIMIZER_PARAMETERS,
            INIT,
            INIT_SCALE,
            REDRAW,
            REDRAW_MARGIN,
            REDRAW_LIMIT,
            LABELS,
            LABEL_NOISE,
            TARGET_NOISE,
            LAYERS,
            SWITCH_STEP,
            PRECISION,
            MAX_STEPS,
            MAX_SAMPLES,
            STOP_AT_ERROR,
            STOP_AT_LOSS,
            STOP_AT_TRAIN_LOSS,
            STAGNATION,
            STOP_CONFIRM,
            PATIENCE,
            TEST_SIZE,
            OBSERVE,
            SNAPSHOTS,
            ZETA,
            ENGINE);

    private Fields() {}

    /** What tables hold of a field: a number, a text, or null where it is neither. The engine of a run is the resolved one. */
    public static <T> @Nullable Object cell(Field<T> field, RunSpec spec) {
        if (field.equals(ENGINE)) {
            return spec.method().computation();
        }
        T value = field.of(spec);
        if (value == null) {
            return null;
        }
        return field.isNumeric() ? field.kind().number(value) : Canonical.text(value);
    }

    /** The field of a parameter. */
    static Field<Double> of(Parameter parameter) {
        return Stream.concat(ACTIVATION_PARAMETERS.stream(), OPTIMIZER_PARAMETERS.stream())
                .filter(field -> field.name().equals(parameter.name()))
                .findFirst()
                .orElseThrow();
    }

    /** A field for each parameter of the variants of an axis, which has an effect with those that take it. */
    private static <V> List<Field<Double>> parameters(
            Field<V> axis,
            List<V> variants,
            Function<V, List<Parameter>> parameters,
            ToDoubleBiFunction<RunSpec, Parameter> reader) {
        return variants.stream()
                .flatMap(variant -> parameters.apply(variant).stream())
                .distinct()
                .map(parameter -> laterDynamics(
                                parameter.name(),
                                new Kind.Real(parameter.min(), parameter.max()),
                                parameter.usual(),
                                parameter.meaning(),
                                spec -> parameters
                                                .apply(Objects.requireNonNull(axis.of(spec)))
                                                .contains(parameter)
                                        ? reader.applyAsDouble(spec, parameter)
                                        : parameter.usual())
                        .when(
                                axis,
                                variants.stream()
                                        .filter(variant ->
                                                parameters.apply(variant).contains(parameter))
                                        .toArray()))
                .toList();
    }

    /** Fields, and lists of fields, in their order. */
    private static List<Field<?>> flat(Object... fields) {
        return Stream.of(fields)
                .flatMap(entry -> entry instanceof List<?> several ? several.stream() : Stream.of(entry))
                .<Field<?>>map(field -> (Field<?>) field)
                .toList();
    }

    private static <T> Field<T> dynamics(
            String name, Kind<T> kind, T fallback, String meaning, Function<RunSpec, @Nullable T> reader) {
        return new Field<>(name, kind, fallback, Field.Scope.DYNAMICS, Field.Naming.ALWAYS, meaning, ALWAYS, reader);
    }

    /** Of a field that is younger than the first stores. */
    private static <T> Field<T> laterDynamics(
            String name, Kind<T> kind, T fallback, String meaning, Function<RunSpec, @Nullable T> reader) {
        return new Field<>(
                name, kind, fallback, Field.Scope.DYNAMICS, Field.Naming.UNLESS_DEFAULT, meaning, ALWAYS, reader);
    }

    /** Of a field that is younger than the first stores. */
    private static <T> Field<T> laterObservation(
            String name, Kind<T> kind, @Nullable T fallback, String meaning, Function<RunSpec, @Nullable T> reader) {
        return new Field<>(
                name, kind, fallback, Field.Scope.OBSERVATION, Field.Naming.UNLESS_DEFAULT, meaning, ALWAYS, reader);
    }

    private static <T> Field<T> observation(
            String name, Kind<T> kind, @Nullable T fallback, String meaning, Function<RunSpec, @Nullable T> reader) {
        return new Field<>(name, kind, fallback, Field.Scope.OBSERVATION, Field.Naming.ALWAYS, meaning, ALWAYS, reader);
    }
}
