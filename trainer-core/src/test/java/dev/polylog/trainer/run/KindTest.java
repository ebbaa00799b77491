package dev.polylog.trainer.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.polylog.trainer.observe.Schedule;
import dev.polylog.trainer.task.TargetFunction;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class KindTest {

    static Stream<Field<?>> fields() {
        return Fields.ALL.stream().filter(field -> !field.isOptional());
    }

    @ParameterizedTest
    @MethodSource("fields")
    void everyDefaultReadsBackAsItIsWritten(Field<?> field) {
        assertReadsBack(field.kind(), field.fallback());
    }

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(new Kind.Whole(-5, Long.MAX_VALUE), Long.MAX_VALUE),
                Arguments.of(new Kind.Whole(-5, Long.MAX_VALUE), -5L),
                Arguments.of(new Kind.Real(-1, Double.MAX_VALUE), Double.MIN_VALUE),
                Arguments.of(new Kind.Real(-1, Double.MAX_VALUE), Double.MAX_VALUE),
                Arguments.of(new Kind.Real(-1, Double.MAX_VALUE), 0.1),
                Arguments.of(new Kind.Steps(), List.of(0L, 5L, 1000L)),
                Arguments.of(new Kind.Checkpoints(), new Schedule.Points(60, Schedule.Spacing.LOG)),
                Arguments.of(new Kind.Checkpoints(), new Schedule.Every(7)),
                Arguments.of(new Kind.Target(), new TargetFunction.Parity(5)),
                Arguments.of(new Kind.Target(), TargetFunction.Formula.parse("x1 - (x2 - he3(x3) / 2) ^ 2")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void valuesReadBackAsTheyAreWritten(Kind<?> kind, Object value) {
        assertReadsBack(kind, value);
    }

    static Stream<Arguments> refused() {
        Literal word = new Literal.OfText("boolen");
        Literal half = new Literal.OfNumber(new BigDecimal("0.5"));
        Literal huge = new Literal.OfNumber(new BigDecimal("1e300"));
        Literal points = new Literal.OfMap(Map.of("points", Literal.OfNumber.of(1)));
        Literal other = new Literal.OfMap(Map.of("points", Literal.OfNumber.of(9), "space", word));
        return Stream.of(
                Arguments.of(Fields.D.kind(), half, "expected X"),
                Arguments.of(Fields.D.kind(), huge, "expected at most 1000000000000"),
                Arguments.of(Fields.D.kind(), Literal.OfNumber.of(1), "expected X"),
                Arguments.of(Fields.D.kind(), word, "expected X"),
                Arguments.of(Fields.ZETA.kind(), new Literal.OfText("0.5"), "expected X"),
                Arguments.of(Fields.LABEL_NOISE.kind(), huge, "expected X"),
                Arguments.of(
                        Fields.LABEL_NOISE.kind(),
                        new Literal.OfNumber(new BigDecimal("1e-400")),
                        "expected a number that double precision can hold: 0, or one of 4.9E-324 to "
                                + "1.7976931348623157E308 in size"),
                Arguments.of(Fields.INPUTS.kind(), word, "expected X; did you mean boolean?"),
                Arguments.of(Fields.INPUTS.kind(), half, "expected X"),
                Arguments.of(Fields.SNAPSHOTS.kind(), half, "expected X"),
                Arguments.of(Fields.SNAPSHOTS.kind(), new Literal.OfList(List.of(half)), "expected X"),
                Arguments.of(
                        Fields.SNAPSHOTS.kind(), new Literal.OfList(List.of(Literal.OfNumber.of(-1))), "expected X"),
                Arguments.of(Fields.OBSERVE.kind(), points, "expected X"),
                Arguments.of(Fields.OBSERVE.kind(), other, "expected X"),
                Arguments.of(Fields.OBSERVE.kind(), Literal.OfNumber.of(0), "expected X"),
                Arguments.of(Fields.TARGET.kind(), half, "expected X"),
                Arguments.of(Fields.TARGET.kind(), new Literal.OfText("xorr"), "expected X; did you mean xor?"),
                Arguments.of(
                        Fields.TARGET.kind(),
                        new Literal.OfText("x1 + x99"),
                        "column 6: unknown coordinate x99 (expected x1 to x16)"));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void otherLiteralsAreRefusedWithAReason(Kind<?> kind, Literal literal, String reason) {
        InvalidValueException error = catchThrowableOfType(InvalidValueException.class, () -> kind.read(literal));
        assertThat(error.reason("X")).isEqualTo(reason);
    }

    @Test
    void zeroHasOneSignAndStepsOneOrder() {
        assertThat(new Kind.Real(0, 1).read(new Literal.OfNumber(new BigDecimal("-0"))))
                .isEqualTo(0.0);
        assertThat(new Kind.Steps()
                        .read(new Literal.OfList(
                                List.of(Literal.OfNumber.of(5), Literal.OfNumber.of(0), Literal.OfNumber.of(5)))))
                .containsExactly(0L, 5L);
    }

    @SuppressWarnings("unchecked") // the value is one of the kind
    private static <T> void assertReadsBack(Kind<T> kind, Object value) {
        assertThat(kind.admits((T) value)).isTrue();
        assertThat(kind.read(kind.write((T) value))).isEqualTo(value);
    }
}
