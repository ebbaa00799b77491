package dev.polylog.trainer.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylog.trainer.expression.ExpressionException;
import dev.polylog.trainer.random.StreamKey;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaTest {
    private static final StreamKey KEY = new StreamKey(3, 14);
    private static final int SAMPLES = 100_000;

    static Stream<Arguments> equals() {
        InputLaw gaussian = new InputLaw.Gaussian();
        InputLaw cube = new InputLaw.BooleanCube();
        TargetFunction xor = new TargetFunction.Xor();
        Stream<Arguments> named = Stream.of(
                Arguments.of("-sign(x1 * x2)", xor, gaussian),
                Arguments.of("-sign(x1 * x2)", xor, cube),
                Arguments.of("sign(-x1 * x2)", xor, gaussian),
                Arguments.of("sign(-x1 * x2)", xor, new InputLaw.FourPoints()),
                Arguments.of("-sign(x1) * sign(x2)", xor, new InputLaw.Sphere()),
                Arguments.of("-sign(x1 * x2)", xor, new InputLaw.Clusters()),
                Arguments.of("-x1 * x2", xor, cube),
                Arguments.of("sign(x2 - sin(x1))", new TargetFunction.SineBoundary(), gaussian),
                Arguments.of("sign(x2 - sin(x1))", new TargetFunction.SineBoundary(), cube),
                Arguments.of("min(sign(x1), sign(x2))", new TargetFunction.And(), gaussian),
                Arguments.of("min(sign(x1), sign(x2))", new TargetFunction.And(), cube),
                Arguments.of("max(sign(x1), sign(x2))", new TargetFunction.Or(), gaussian),
                Arguments.of("max(sign(x1), sign(x2))", new TargetFunction.Or(), cube));
        return Stream.concat(
                named,
                IntStream.rangeClosed(2, TargetFunction.Parity.MOST).boxed().flatMap(k -> {
                    TargetFunction parity = new TargetFunction.Parity(k);
                    String product =
                            IntStream.rangeClosed(1, k).mapToObj(i -> "x" + i).collect(Collectors.joining(" * "));
                    String minus = k % 2 == 0 ? "-" : "";
                    return Stream.of(
                            Arguments.of(minus + "sign(" + product + ")", parity, cube),
                            Arguments.of(minus + product, parity, cube),
                            Arguments.of(minus + "sign(" + product + ")", parity, gaussian));
                }));
    }

    @ParameterizedTest
    @MethodSource("equals")
    void aFormulaEqualToANamedTargetGivesTheSameLabels(String formula, TargetFunction target, InputLaw law) {
        Samples one = Samples.training(task(TargetFunction.Formula.parse(formula), law), KEY, SAMPLES);
        Samples other = Samples.training(task(target, law), KEY, SAMPLES);
        one.moveTo(1);
        other.moveTo(1);
        int compared = 0;
        for (int chunk = 0; chunk < one.chunks(); chunk++) {
            int rows = one.draw(chunk);
            assertThat(other.draw(chunk)).isEqualTo(rows);
            assertThat(one.labels()).containsExactly(other.labels());
            compared += rows;
        }
        assertThat(compared).isEqualTo(SAMPLES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sign(x1*x2*x3)          | 3  | true  | sign(x1 * x2 * x3)
            x1 + x1*x2 + x1*x2*x3   | 3  | false | x1 + x1 * x2 + x1 * x2 * x3
            he3(x1)                 | 1  | false | he3(x1)
            -sign(x16)              | 16 | true  | -sign(x16)
            x3                      | 3  | false | x3
            """)
    void knowsItsCoordinatesClassesAndText(String source, int coordinates, boolean twoClasses, String text) {
        TargetFunction.Formula formula = TargetFunction.Formula.parse(source);
        assertThat(formula.coordinates()).isEqualTo(coordinates);
        assertThat(formula.hasTwoClasses()).isEqualTo(twoClasses);
        assertThat(formula.hasBlocks()).isFalse();
        assertThat(formula).hasToString(text).isEqualTo(TargetFunction.Formula.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x17", "x0", "x01 + x1", "x", "y1", "X1", "d"})
    void refusesOtherCoordinates(String source) {
        assertThatThrownBy(() -> TargetFunction.Formula.parse(source))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("unknown coordinate")
                .hasMessageContaining("(expected x1 to x16)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "sign(1 - 2)", "2 ^ 3"})
    void refusesWhatDependsOnNothing(String source) {
        assertThatThrownBy(() -> TargetFunction.Formula.parse(source))
                .isInstanceOf(ExpressionException.class)
                .hasMessage("Invalid expression: " + source + " (column 1: no coordinate occurs (expected x1 to x16))");
    }

    @Test
    void onlyClassesCanBeFlipped() {
        assertThatThrownBy(
                        () -> new Task(TargetFunction.Formula.parse("x1 + x1 * x2"), new InputLaw.Gaussian(), 4, 0.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Invalid label-noise: 0.1 (expected 0, as the labels of x1 + x1 * x2 are no classes that could"
                                + " be flipped)");
        assertThatCode(() ->
                        new Task(TargetFunction.Formula.parse("sign(x1 + x1 * x2)"), new InputLaw.Gaussian(), 4, 0.1))
                .doesNotThrowAnyException();
    }

    @Test
    void needsItsCoordinates() {
        assertThatThrownBy(() -> new Task(TargetFunction.Formula.parse("sign(x5)"), new InputLaw.Gaussian(), 4, 0))
                .hasMessage("Invalid d: 4 (sign(x5) needs at least 5)");
        assertThatThrownBy(() -> new Task(TargetFunction.Formula.parse("sign(x3)"), new InputLaw.Clusters(), 4, 0))
                .hasMessageStartingWith("Invalid target: sign(x3) (it depends on 3 coordinates");
    }

    private static Task task(TargetFunction target, InputLaw law) {
        return new Task(target, law, 9, 0);
    }
}
