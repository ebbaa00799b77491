package dev.polylog.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylog.trainer.engine.EngineChoice;
import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.engine.Layers;
import dev.polylog.trainer.engine.Precision;
import dev.polylog.trainer.network.Activation;
import dev.polylog.trainer.network.Bias;
import dev.polylog.trainer.network.HingeLoss;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.Output;
import dev.polylog.trainer.network.Redraw;
import dev.polylog.trainer.network.Scaling;
import dev.polylog.trainer.network.SquaredLoss;
import dev.polylog.trainer.network.Width;
import dev.polylog.trainer.observe.Schedule;
import dev.polylog.trainer.optimizer.Adam;
import dev.polylog.trainer.optimizer.Momentum;
import dev.polylog.trainer.optimizer.Optimizer;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Basis;
import dev.polylog.trainer.task.Covariance;
import dev.polylog.trainer.task.InputLaw;
import dev.polylog.trainer.task.Labels;
import dev.polylog.trainer.task.TargetFunction;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunIdentityTest {
    private static final RunIdentity DEFAULT = identity(Settings.defaults());

    /** For each field a value that is not its default. */
    private static final Map<Field<?>, UnaryOperator<Settings>> CHANGES = Map.ofEntries(
            change(Fields.INPUTS, new InputLaw.BooleanCube()),
            change(Fields.TARGET, new TargetFunction.And()),
            Map.entry(
                    Fields.SIGMA,
                    settings -> settings.with(Fields.INPUTS, new InputLaw.Clusters())
                            .with(Fields.SIGMA, 0.3)),
            change(Fields.COVARIANCE, new Covariance.PowerLaw()),
            Map.entry(
                    Fields.COVARIANCE_BASIS,
                    settings -> settings.with(Fields.COVARIANCE, new Covariance.PowerLaw())
                            .with(Fields.ANISOTROPY, 1.0)
                            .with(Fields.COVARIANCE_BASIS, Basis.ROTATED)),
            change(Fields.BASIS, Basis.ROTATED),
            change(Fields.DATASET_SIZE, 1000L),
            change(Fields.LAYERS, Layers.SECOND),
            change(Fields.PRECISION, Precision.DOUBLE),
            Map.entry(
                    Fields.ANISOTROPY,
                    settings -> settings.with(Fields.COVARIANCE, new Covariance.PowerLaw())
                            .with(Fields.ANISOTROPY, 1.0)),
            change(Fields.ACTIVATION, new Activation.Abs()),
            change(Fields.ACTIVATION, new Activation.LeakyRelu(0.01), Fields.of(Activation.LeakyRelu.LEAK), 0.2),
            change(Fields.BIAS, Bias.trained(0)),
            change(Fields.BIAS, Bias.trained(0), Fields.BIAS_SCALE, 0.5),
            change(Fields.OUTPUT, new Output.Fixed(1)),
            change(Fields.OUTPUT, new Output.Fixed(1), Fields.OUTPUT_VALUE, -1.0),
            change(Fields.SCALING, Scaling.STANDARD),
            change(Fields.LOSS, new HingeLoss()),
            change(Fields.OPTIMIZER, optimizer("adam")),
            change(Fields.OPTIMIZER, optimizer("momentum"), Fields.of(Momentum.DECAY), 0.5),
            change(Fields.OPTIMIZER, optimizer("adam"), Fields.of(Adam.BETA1), 0.5),
            change(Fields.OPTIMIZER, optimizer("adam"), Fields.of(Adam.BETA2), 0.5),
            change(Fields.OPTIMIZER, optimizer("adam"), Fields.of(Adam.EPSILON), 0.5),
            change(Fields.INIT, new Initialization.Kaiming()),
            change(Fields.INPUTS, new InputLaw.FourPoints(), Fields.REDRAW, new Redraw.NoDeadPoint(0, 100)),
            redraw(Fields.REDRAW_MARGIN, 0.1),
            redraw(Fields.REDRAW_LIMIT, 7L),
            change(Fields.LOSS, new SquaredLoss(), Fields.LABELS, Labels.ZERO_ONE),
            Map.entry(
                    Fields.TARGET_NOISE,
                    settings -> settings.with(Fields.TARGET, TargetFunction.Formula.parse("he3(x1)"))
                            .with(Fields.LOSS, new SquaredLoss())
                            .with(Fields.LABELS, Labels.REAL)
                            .with(Fields.TARGET_NOISE, 0.1)),
            change(Fields.LAYERS, Layers.FIRST_THEN_SECOND, Fields.SWITCH_STEP, 10L),
            change(Fields.STOP_AT_TRAIN_LOSS, 0.1),
            change(Fields.STAGNATION, 11L),
            Map.entry(
                    Fields.METHOD,
                    settings -> settings.with(Fields.METHOD, Method.Name.RIDGE)
                            .with(Fields.LOSS, new SquaredLoss())
                            .with(Fields.LAYERS, Layers.SECOND)
                            .with(Fields.MAX_STEPS, 100L)),
            change(Fields.D, 65L),
            change(Fields.WIDTH, Width.of(65)),
            change(Fields.BATCH_SIZE, 257L),
            change(Fields.STEP_SIZE, Math.nextUp(0.1)),
            change(Fields.INIT_SCALE, 0.2),
            change(Fields.LABEL_NOISE, Double.MIN_VALUE),
            change(Fields.MAX_STEPS, 1001L),
            change(Fields.MAX_SAMPLES, 1000L),
            change(Fields.STOP_AT_ERROR, 0.0),
            change(Fields.STOP_AT_LOSS, 0.0),
            change(Fields.STOP_CONFIRM, 4L),
            change(Fields.PATIENCE, 1L),
            change(Fields.TEST_SIZE, 1025L),
            change(Fields.OBSERVE, new Schedule.Points(10, Schedule.Spacing.LOG)),
            change(Fields.SNAPSHOTS, List.of(0L)),
            change(Fields.ZETA, 0.6));

    @Test
    void theDefaultRunHasTheseNamesForEver() {
        assertThat(DEFAULT.streamId()).isEqualTo("88dead4262af4e19b353c52948d81680");
        assertThat(DEFAULT.runId()).isEqualTo("6a40d43db0d047f093db48edc57e00a3");
    }

    static Stream<Field<?>> changeable() {
        return Fields.ALL.stream().filter(field -> !field.equals(Fields.ENGINE) && !hasOneValue(field));
    }

    @ParameterizedTest
    @MethodSource("changeable")
    void everyFieldEntersTheIdentityOfItsScope(Field<?> field) {
        assertThat(CHANGES).containsKey(field);
        RunIdentity changed = identity(CHANGES.get(field).apply(Settings.defaults()));
        assertThat(changed.runId()).isNotEqualTo(DEFAULT.runId());
        if (field.scope() == Field.Scope.DYNAMICS) {
            assertThat(changed.streamId()).isNotEqualTo(DEFAULT.streamId());
        } else {
            assertThat(changed.streamId()).isEqualTo(DEFAULT.streamId());
        }
    }

    @Test
    void seedAndReplicateEnterBoth() {
        for (RunSpec spec : List.of(RunSpec.of(Settings.defaults(), 2, 0), RunSpec.of(Settings.defaults(), 1, 1))) {
            RunIdentity changed = RunIdentity.of(spec);
            assertThat(changed.streamId()).isNotEqualTo(DEFAULT.streamId());
            assertThat(changed.runId()).isNotEqualTo(DEFAULT.runId());
        }
    }

    @Test
    void theEngineCountsAsResolved() {
        assertThat(identity(Settings.defaults().with(Fields.ENGINE, EngineChoice.of(EngineType.PROJECTED))))
                .isNotEqualTo(DEFAULT);
        assertThat(identity(Settings.defaults().with(Fields.ENGINE, EngineChoice.of(EngineType.DENSE))))
                .isEqualTo(DEFAULT);
    }

    @Test
    void aFieldThatHasNoEffectIsRefused() {
        for (Field<?> field : Fields.ALL) {
            if (field.relevance().field() != null) {
                assertThatThrownBy(() -> identity(unrelated(field)))
                        .as(field.name())
                        .hasMessageStartingWith("Invalid " + field + ": ")
                        .hasMessageContaining(
                                "of no effect with " + field.relevance().field() + " = ")
                        .hasMessageEndingWith("expected only with " + field.relevance() + ")");
            }
        }
    }

    /** The value of the test of identities, where it means nothing. */
    private static <T> Settings unrelated(Field<T> field) {
        Settings changed = field.equals(Fields.ENGINE)
                ? Settings.defaults().with(Fields.ENGINE, EngineChoice.of(EngineType.DENSE))
                : CHANGES.get(field).apply(Settings.defaults());
        Settings lonely = Settings.defaults().with(field, changed.find(field));
        if (Fields.METHOD.equals(field.relevance().field())) {
            return lonely.with(Fields.METHOD, Method.Name.RIDGE);
        }
        return switch (field.name()) {
            case "layers" -> lonely.with(Fields.OUTPUT, new Output.Fixed(1));
            case "init-scale" -> lonely.with(Fields.INIT, new Initialization.Kaiming());
            case "label-noise" -> lonely.with(Fields.LABELS, Labels.REAL);
            default -> lonely;
        };
    }

    @Test
    void writingADefaultOutChangesNothing() {
        Settings written = Settings.defaults();
        for (Field<?> field : Fields.ALL) {
            written = withFallback(written, field);
        }
        assertThat(identity(written)).isEqualTo(DEFAULT);
    }

    @Test
    void theStrengthOfACovarianceEntersTheIdentity() {
        Settings powerLaw = Settings.defaults().with(Fields.COVARIANCE, new Covariance.PowerLaw());
        assertThat(Stream.of(0.0, 1.0, Math.nextUp(1.0)).map(s -> identity(powerLaw.with(Fields.ANISOTROPY, s))))
                .doesNotHaveDuplicates();
    }

    @Test
    void aFormulaEntersByItsCanonicalText() {
        Settings defaults = Settings.defaults();
        RunIdentity spaced = identity(defaults.with(Fields.TARGET, TargetFunction.Formula.parse("sign(x1 * x2)")));
        assertThat(identity(defaults.with(Fields.TARGET, TargetFunction.Formula.parse(" sign((x1)*x2)"))))
                .isEqualTo(spaced);
        assertThat(Stream.of("-sign(x1 * x2)", "sign(x2 * x1)", "sign(-x1 * x2)")
                        .map(text -> identity(defaults.with(Fields.TARGET, TargetFunction.Formula.parse(text)))))
                .doesNotContain(spaced, DEFAULT)
                .doesNotHaveDuplicates();
    }

    @Test
    void theOrderOfSnapshotsDoesNotMatter() {
        assertThat(identity(Settings.defaults().with(Fields.SNAPSHOTS, List.of(5L, 1L, 5L))))
                .isEqualTo(identity(Settings.defaults().with(Fields.SNAPSHOTS, List.of(1L, 5L))));
    }

    @Test
    void theStreamIdIsTheKey() {
        assertThat(DEFAULT.streamKey()).isEqualTo(StreamKey.parse(DEFAULT.streamId()));
    }

    private static <T> Settings withFallback(Settings settings, Field<T> field) {
        return settings.with(field, field.fallback());
    }

    private static boolean hasOneValue(Field<?> field) {
        return field.kind() instanceof Kind.Choice<?> choice && choice.values().size() == 1;
    }

    private static <T> Map.Entry<Field<?>, UnaryOperator<Settings>> change(Field<T> field, T value) {
        return Map.entry(field, settings -> settings.with(field, value));
    }

    /** A field that has an effect with a value of another only. */
    private static <A, T> Map.Entry<Field<?>, UnaryOperator<Settings>> change(
            Field<A> other, A decisive, Field<T> field, T value) {
        return Map.entry(field, settings -> settings.with(other, decisive).with(field, value));
    }

    private static <T> Map.Entry<Field<?>, UnaryOperator<Settings>> redraw(Field<T> field, T value) {
        return Map.entry(
                field,
                settings -> settings.with(Fields.INPUTS, new InputLaw.FourPoints())
                        .with(Fields.REDRAW, new Redraw.NoDeadPoint(0, 100))
                        .with(field, value));
    }

    private static Optimizer optimizer(String name) {
        return Optimizer.all().stream()
                .filter(optimizer -> optimizer.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static RunIdentity identity(Settings settings) {
        return RunIdentity.of(RunSpec.of(settings, 1, 0));
    }
}
