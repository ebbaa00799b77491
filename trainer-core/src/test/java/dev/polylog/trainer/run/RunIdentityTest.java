package dev.polylog.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.engine.EngineChoice;
import dev.polylog.trainer.engine.Layers;
import dev.polylog.trainer.engine.Precision;
import dev.polylog.trainer.observe.Schedule;
import dev.polylog.trainer.random.StreamKey;
import dev.polylog.trainer.task.Basis;
import dev.polylog.trainer.task.Covariance;
import dev.polylog.trainer.task.InputLaw;
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
            change(Fields.D, 65L),
            change(Fields.WIDTH, 65L),
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
        assertThat(identity(Settings.defaults().with(Fields.ENGINE, EngineChoice.PROJECTED)))
                .isNotEqualTo(DEFAULT);
        assertThat(identity(Settings.defaults().with(Fields.ENGINE, EngineChoice.DENSE)))
                .isEqualTo(DEFAULT);
    }

    @Test
    void theSpreadOfClustersIsNoPartOfOtherLaws() {
        assertThat(identity(Settings.defaults().with(Fields.SIGMA, 0.3))).isEqualTo(DEFAULT);
        Settings clusters = Settings.defaults().with(Fields.INPUTS, new InputLaw.Clusters());
        assertThat(identity(clusters.with(Fields.SIGMA, 0.3))).isNotEqualTo(identity(clusters));
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

    private static RunIdentity identity(Settings settings) {
        return RunIdentity.of(RunSpec.of(settings, 1, 0));
    }
}
