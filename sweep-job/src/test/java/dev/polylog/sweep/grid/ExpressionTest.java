package dev.polylog.sweep.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.polylog.trainer.expression.Decimals;
import dev.polylog.trainer.expression.Expression;
import dev.polylog.trainer.expression.ExpressionException;
import dev.polylog.trainer.expression.Scope;
import dev.polylog.trainer.run.Fields;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {
    private static final Scope SCOPE = scope(Map.of("d", "64", "width", "8", "batch_size", "256"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            1 + 2 * 3                      | 7
            (1 + 2) * 3                    | 9
            10 - 4 - 3                     | 3
            100 / 10 / 2                   | 5
            -2 ^ 2                         | -4
            (-2) ^ 2                       | 4
            2 ^ 3 ^ 2                      | 512
            2 ^ -1                         | 0.5
            2 * -3                         | -6
            --5                            | 5
            0.29 * 100                     | 29
            0.1 + 0.2                      | 0.3
            1e3 / 4                        | 250
            4 * d                          | 256
            batch_size / 2                 | 128
            max(10, round(200000 / d))     | 3125
            min(3, 1, 2)                   | 1
            floor(-1.5) + ceil(1.2)        | 0
            round(2.5) + round(-2.5)       | 0
            round(2.5)                     | 3
            log(1)                         | 0
            sqrt(d)                        | 8
            sqrt(0.01) * 1000              | 100
            8 ^ (1 / 3)                    | 2
            d ^ 1.5                        | 512
            2 ^ 100                        | 1267650600228229401496703205376
            0 ^ 0                          | 1
            1e-300 * 1e-300                | 0
            abs(width - d)                 | 56
            sign(width - d)                | -1
            sign(d - 64)                   | 1
            exp(0)                         | 1
            exp(1)                         | 2.71828182845905
            exp(-1000)                     | 0
            """)
    void computes(String source, String expected) {
        assertThat(FieldNames.number(source).value(SCOPE)).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            width > d                                  | false
            width < d and d == 64                      | true
            width > d or d >= 64                       | true
            not width > d                              | true
            not (width < d or d < 1)                   | false
            d != 64.0                                  | false
            inputs == 'boolean'                        | true
            'gaussian' != inputs                       | true
            inputs == 'gaussian' or width <= 8         | true
            d < 1 and 1 / 0 > 1                        | false
            """)
    void decides(String source, boolean expected) {
        assertThat(FieldNames.condition(source).value(SCOPE)).isEqualTo(expected);
        assertThat(FieldNames.condition(FieldNames.condition(source).toString()))
                .isEqualTo(FieldNames.condition(source));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            4 ** d               | 4 | expected a number, a field or ( but found *
            4 *                  | 4 | found the end
            (1 + 2               | 7 | expected ) but found the end
            1 2                  | 3 | unexpected 2
            4 * wdth             | 5 | unknown field wdth (did you mean width?)
            batch-size           | 1 | did you mean batch_size?
            sqr(4)               | 1 | unknown function sqr (did you mean sqrt?)
            sin(d)               | 1 | sin is for targets only
            he3(d)               | 1 | he3 is for targets only
            sgn(d)               | 1 | unknown function sgn (did you mean sign?)
            sqrt(1, 2)           | 1 | sqrt takes one argument
            min(1)               | 1 | min takes at least two arguments
            d > 3                | 1 | expected a number but found the condition d > 3
            inputs + 1           | 1 | inputs is a name, not a number
            observe + 1          | 1 | observe is not a number
            d @ 2                | 3 | unexpected @
            1e999                | 1 | 1e999 is too large
            1e99999999999        | 1 | too large
            """)
    void pointsAtErrors(String source, int column, String reason) {
        ExpressionException error = catchThrowableOfType(ExpressionException.class, () -> FieldNames.number(source));
        assertThat(error).hasMessageContaining(reason);
        assertThat(error.column()).isEqualTo(column);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            width > d > 3          | comparisons do not chain
            width                  | expected a condition
            inputs < 'boolean'     | names compare with == and != only
            inputs == 'bolean'     | did you mean boolean?
            d = 4                  | equality is ==
            inputs == boolean      | unknown field boolean
            1 and 2                | expected a condition
            """)
    void checksConditions(String source, String reason) {
        assertThatThrownBy(() -> FieldNames.condition(source))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 / (d - 64)     | division by zero (column 3)
            log(d - 64)      | log of 0 (column 1)
            log(-1)          | log of -1
            sqrt(8 - d)      | sqrt of -56
            10 ^ 400         | overflow
            exp(1000)        | overflow
            1e300 * 1e300    | overflow
            (-8) ^ 0.5       | fractional power of a negative number
            0 ^ -1           | division by zero
            """)
    void isTotal(String source, String reason) {
        assertThatThrownBy(() -> FieldNames.number(source).value(SCOPE))
                .isInstanceOf(ExpressionException.class)
                .hasMessageContaining("Cannot evaluate")
                .hasMessageContaining(reason);
    }

    @Test
    void isBounded() {
        assertThatThrownBy(() -> FieldNames.number("(".repeat(51) + "1" + ")".repeat(51)))
                .hasMessageContaining("nested deeper than 50");
        assertThat(FieldNames.number("(".repeat(50) + "1" + ")".repeat(50)).value(SCOPE))
                .isEqualByComparingTo("1");
        assertThatThrownBy(() -> FieldNames.number("-".repeat(60) + "1")).hasMessageContaining("nested");
        assertThatThrownBy(() -> FieldNames.number("1".repeat(1001))).hasMessageContaining("longer than 1000");
        assertThatThrownBy(() -> FieldNames.number("d" + "+d".repeat(400)))
                .hasMessageContaining("longer than 1000 characters with spaces between its terms");
    }

    @Test
    void readsFields() {
        assertThat(FieldNames.readBy(FieldNames.number("d + width * d"))).containsExactly(Fields.D, Fields.WIDTH);
        assertThat(FieldNames.readBy(FieldNames.condition("inputs == 'boolean'")))
                .containsExactly(Fields.INPUTS);
    }

    /** Random trees: the printed form has the same value and prints to itself. */
    @Test
    void printsWhatItParses() {
        Random random = new Random(7);
        for (int i = 0; i < 2000; i++) {
            Expression<BigDecimal> expression = FieldNames.number(tree(random, 4));
            Expression<BigDecimal> again = FieldNames.number(expression.toString());
            assertThat(again).isEqualTo(expression);
            assertThat(outcome(again)).isEqualTo(outcome(expression));
        }
    }

    private static String outcome(Expression<BigDecimal> expression) {
        try {
            return Decimals.shown(expression.value(SCOPE));
        } catch (ExpressionException e) {
            return "error";
        }
    }

    private static String tree(Random random, int depth) {
        if (depth == 0) {
            return random.nextBoolean() ? "d" : String.valueOf(random.nextInt(5));
        }
        String left = tree(random, depth - 1);
        String right = tree(random, depth - 1);
        return switch (random.nextInt(5)) {
            case 0 -> "-(" + left + ")";
            case 1 -> "max(" + left + "," + right + ")";
            case 2 -> "(" + left + ")" + "+-*/^".charAt(random.nextInt(5)) + "(" + right + ")";
            default -> left + "+-*/^".charAt(random.nextInt(5)) + right;
        };
    }

    private static Scope scope(Map<String, String> numbers) {
        return new Scope() {
            @Override
            public BigDecimal number(int slot) {
                return new BigDecimal(numbers.get(Fields.ALL.get(slot).column()));
            }

            @Override
            public String word(int slot) {
                return "boolean";
            }
        };
    }
}
