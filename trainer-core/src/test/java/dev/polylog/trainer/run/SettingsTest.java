package dev.polylog.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylog.trainer.engine.EngineType;
import dev.polylog.trainer.network.Initialization;
import dev.polylog.trainer.network.Width;
import dev.polylog.trainer.task.InputLaw;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {

    static Stream<Field<?>> fields() {
        return Fields.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyFieldIsNamedDescribedAndAdmitsItsDefault(Field<?> field) {
        assertThat(field.name()).matches("[a-z]+[12]?(-[a-z]+)*").isEqualTo(field.toString());
        assertThat(field.column()).isEqualTo(field.name().replace('-', '_'));
        assertThat(field.meaning()).isNotBlank();
        assertThat(field.expected()).isNotBlank().matches(text -> text.endsWith(", or none") == field.isOptional());
        assertThatCode(() -> setDefault(field)).doesNotThrowAnyException();
    }

    /** What a field reads from a specification is what the settings said, with the engine resolved. */
    @ParameterizedTest
    @MethodSource("fields")
    void aSpecificationHoldsTheValueOfEveryField(Field<?> field) {
        RunSpec spec = RunSpec.of(Settings.defaults(), 1, 0);
        Object expected = field.equals(Fields.ENGINE) ? EngineType.DENSE : field.fallback();
        Object actual = field.of(spec);
        assertThat(Canonical.text(actual)).isEqualTo(Canonical.text(expected));
    }

    @Test
    void namesAreDistinct() {
        assertThat(Fields.ALL).extracting(Field::name).doesNotHaveDuplicates();
    }

    @Test
    void settingsAreImmutable() {
        Settings defaults = Settings.defaults();
        Settings changed = defaults.with(Fields.D, 10L);
        assertThat(defaults.value(Fields.D)).isEqualTo(64);
        assertThat(changed.value(Fields.D)).isEqualTo(10);
        assertThat(changed.with(Fields.MAX_SAMPLES, 5L)
                        .with(Fields.MAX_SAMPLES, null)
                        .find(Fields.MAX_SAMPLES))
                .isNull();
    }

    @Test
    void valuesOutsideTheRangeAreRefusedByName() {
        Settings settings = Settings.defaults();
        assertThatThrownBy(() -> settings.with(Fields.D, 1L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid d: 1 (expected a whole number from 2 to 1000000000000)");
        assertThatThrownBy(() -> settings.with(Fields.STEP_SIZE, -0.1))
                .hasMessage("Invalid step-size: -0.1 (expected a number of at least 0)");
        assertThatThrownBy(() -> settings.with(Fields.INIT_SCALE, 0.0))
                .hasMessage("Invalid init-scale: 0.0 (expected a number greater than 0)");
        assertThatThrownBy(() -> settings.with(Fields.LABEL_NOISE, 1.5))
                .hasMessage("Invalid label-noise: 1.5 (expected a number from 0 to 1)");
        assertThatThrownBy(() -> settings.with(Fields.STOP_AT_ERROR, 2.0))
                .hasMessage("Invalid stop-at-error: 2.0 (expected a number from 0 to 1, or none)");
        assertThatThrownBy(() -> settings.with(Fields.INIT, new Initialization.Sphere(3)))
                .hasMessage("Invalid init: sphere (expected sphere, normal, kaiming, mirror)");
        assertThatThrownBy(() -> settings.with(Fields.SNAPSHOTS, List.of(-1L)))
                .hasMessageStartingWith("Invalid snapshots: [-1]");
        assertThatThrownBy(() -> settings.with(Fields.D, null)).hasMessageStartingWith("Invalid d: null");
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (Field<Double> field : List.of(
                    Fields.STEP_SIZE, Fields.INIT_SCALE, Fields.LABEL_NOISE, Fields.STOP_AT_LOSS, Fields.ZETA)) {
                assertThatThrownBy(() -> settings.with(field, bad)).hasMessageStartingWith("Invalid " + field);
            }
        }
    }

    @Test
    void aFieldWithoutAValueCannotBeRead() {
        assertThatThrownBy(() -> Settings.defaults().value(Fields.MAX_SAMPLES))
                .hasMessage("Field max-samples has no value");
    }

    @Test
    void finalOutcomesAreAllButFailed() {
        assertThat(Outcome.Kind.values())
                .extracting(Outcome.Kind::toString)
                .containsExactly("reached", "exhausted", "diverged", "rejected", "failed");
        assertThat(kinds(Outcome.Kind::isFinal)).containsExactly("reached", "exhausted", "diverged", "rejected");
        assertThat(kinds(Outcome.Kind::hasTrajectory)).containsExactly("reached", "exhausted", "diverged");
        assertThat(kinds(Outcome.Kind::isComplete)).containsExactly("reached", "exhausted");
    }

    private static Stream<String> kinds(Predicate<Outcome.Kind> which) {
        return Arrays.stream(Outcome.Kind.values()).filter(which).map(Outcome.Kind::toString);
    }

    @Test
    void outcomesAreReadByTheirNames() {
        for (Outcome.Kind kind : Outcome.Kind.values()) {
            assertThat(Outcome.Kind.parse(kind.toString())).isEqualTo(kind);
        }
        for (String name : List.of("", "REACHED", "lost")) {
            assertThatThrownBy(() -> Outcome.Kind.parse(name))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("Invalid outcome: " + name
                            + " (expected one of [reached, exhausted, diverged, rejected, failed])");
        }
    }

    @Test
    void outcomesHaveTheirKind() {
        assertThat(List.of(
                        new Outcome.Reached("", 1, 2),
                        new Outcome.Exhausted(""),
                        new Outcome.Diverged("", 1),
                        new Outcome.Rejected(""),
                        new Outcome.Failed("")))
                .extracting(Outcome::kind)
                .containsExactly(Outcome.Kind.values());
    }

    private static <T> void setDefault(Field<T> field) {
        Settings settings = Settings.defaults().with(field, field.fallback());
        assertThat(settings.find(field)).isEqualTo(field.fallback());
    }

    /** Arrays that no virtual machine can have are refused with the specification, not in the middle of a sweep. */
    @Test
    void numbersBeyondAnArrayAreRefused() {
        Settings large = Settings.defaults().with(Fields.D, 100_000L);
        assertThatThrownBy(() -> RunSpec.of(large.with(Fields.WIDTH, Width.of(30_000)), 1, 0))
                .hasMessage("Invalid width: 30000 (d * width is 3000000000 numbers, expected at most 2147483639)");
        assertThatThrownBy(() -> RunSpec.of(large.with(Fields.DATASET_SIZE, 30_000L), 1, 0))
                .hasMessage(
                        "Invalid dataset-size: 30000 (d * dataset-size is 3000000000 numbers, expected at most 2147483639)");
        Settings sphere = Settings.defaults()
                .with(Fields.INPUTS, new InputLaw.Sphere())
                .with(Fields.WIDTH, Width.of(1))
                .with(Fields.D, 50_000_000L);
        assertThatThrownBy(() -> RunSpec.of(sphere, 1, 0))
                .hasMessage("Invalid d: 50000000 (a chunk of 64 samples is 3200000000 numbers, expected at most"
                        + " 2147483639)");
    }
}
