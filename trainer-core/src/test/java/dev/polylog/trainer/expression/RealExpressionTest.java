package dev.polylog.trainer.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RealExpressionTest {
    private static final Vocabulary COORDINATES = new Vocabulary() {
        private final List<Variable> variables = IntStream.range(0, 4)
                .<Variable>mapToObj(i -> new Variable.OfNumber("x" + (i + 1), i))
                .toList();

        @Override
        public String noun() {
            return "coordinate";
        }

        @Override
        public List<Variable> variables() {
            return variables;
        }

        @Override
        public String expected() {
            return "x1 to x4";
        }
    };

    /** At x = (2, -3, 0.5, 0). */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x1                        | 2
            x1 + x2 * x3              | 0.5
            x1 - x2 - x3              | 4.5
            -x1 ^ 2                   | -4
            (-x1) ^ 2                 | 4
            2 ^ x2                    | 0.125
            x1 ^ -2                   | error
            (1 + x1 ^ 2) ^ -1         | 0.2
            1 / (1 + x4 * x4)         | 1
            sign(x2) + sign(x4)       | 0
            sign(-x4)                 | 1
            abs(x2) + abs(x1)         | 5
            exp(x4)                   | 1
            sin(x4) + cos(x4)         | 1
            tanh(x4 / 7)              | 0
            log(exp(x1))              | 2
            sqrt(x2 ^ 2)              | 3
            min(x1, x2, x3)           | -3
            max(x1, x2, x3)           | 2
            floor(x2 * x3)            | -2
            ceil(x2 * x3)             | -1
            round(x3)                 | 1
            round(-x3)                | -1
            round(x1 * x3 * 1.49)     | 1
            round(x1 / 3)             | 1
            he0(x1)                   | 1
            he1(x1)                   | 2
            he2(x1)                   | 3
            he3(x1)                   | 2
            he4(x2)                   | 30
            x1 ^ 10                   | 1024
            x1 ^ 0                    | 1
            abs(x2) ^ (1 / 2) * 0     | 0
            x3 ^ 2 ^ 2                | 0.0625
            """)
    void computes(String source, String expected) {
        float[] inputs = {Float.NaN, 2, -3, 0.5f, 0};
        if (expected.equals("error")) {
            assertThatThrownBy(() -> parse(source)).isInstanceOf(ExpressionException.class);
        } else {
            assertThat(parse(source).value(inputs, 1)).isEqualTo(Double.parseDouble(expected));
        }
    }

    @Test
    void halvesAreRoundedAwayFromZeroAndNothingElseIs() {
        RealExpression round = parse("round(x1)");
        float belowHalf = Math.nextDown(0.5f);
        assertThat(round.value(new float[] {belowHalf}, 0)).isZero();
        assertThat(round.value(new float[] {-2.5f}, 0)).isEqualTo(-3);
        assertThat(round.value(new float[] {16_777_215}, 0)).isEqualTo(16_777_215);
        assertThat(parse("round(x1 - 0.00000001)").value(new float[] {0.5f}, 0)).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            x5                   | 1 | unknown coordinate x5 (expected x1 to x4)
            d + x1               | 1 | unknown coordinate d (expected x1 to x4)
            x1 **  x2            | 5 | expected a number, a coordinate or ( but found *
            sgn(x1)              | 1 | unknown function sgn (did you mean sign?)
            he11(x1)             | 1 | unknown function he11 (did you mean he1?)
            sign(x1, x2)         | 1 | sign takes one argument
            x1 > 0               | 1 | expected a number but found the condition x1 > 0
            'x1'                 | 1 | 'x1' is a name, not a number
            x1 * 1e999           | 6 | 1e999 is too large
            1 / x1               | 3 | 1 / x1 may have no value, as x1 may be 0
            x2 / (x1 + x2)       | 4 | x2 / (x1 + x2) may have no value, as x1 + x2 may be 0
            x1 ^ -1              | 4 | x1 ^ -1 may have no value, as x1 may be 0
            x1 ^ 0.5             | 4 | x1 ^ 0.5 may have no value, as x1 may be negative
            x1 ^ x2              | 4 | x1 ^ x2 may have no value, as x1 may be negative
            abs(x1) ^ x2         | 9 | abs(x1) ^ x2 may have no value, as abs(x1) may be 0
            0 ^ x1               | 3 | 0 ^ x1 may have no value, as 0 may be 0
            log(x1)              | 1 | log(x1) may have no value, as x1 may be negative
            log(x1 ^ 2)          | 1 | log(x1 ^ 2) may have no value, as x1 ^ 2 may be 0
            sqrt(x1)             | 1 | sqrt(x1) may have no value, as x1 may be negative
            x1 + sqrt(-exp(x1))  | 6 | sqrt(-exp(x1)) may have no value, as -exp(x1) may be negative
            1 / (1 - 1)          | 3 | as 1 - 1 may be 0
            1 / floor(exp(x1))   | 3 | floor(exp(x1)) may be 0
            1 / tanh(x1)         | 3 | tanh(x1) may be 0
            1 / he2(x1)          | 3 | he2(x1) may be 0
            1 / (1 + sin(x1))    | 3 | 1 + sin(x1) may be 0
            x1 * exp(1000)       | 6 | exp(1000) is too large
            1e308 * 10 * x1      | 12 | too large
            1 / min(1, x1)       | 3 | min(1, x1) may be 0
            """)
    void pointsAtErrors(String source, int column, String reason) {
        ExpressionException error = catchThrowableOfType(ExpressionException.class, () -> parse(source));
        assertThat(error).hasMessageStartingWith("Invalid expression: ").hasMessageContaining(reason);
        assertThat(error.column()).isEqualTo(column);
        assertThat(error.getMessage()).endsWith(error.detail());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 / (1 + x1 ^ 2)",
                "1 / (1 + x1 * x1)",
                "1 / (0.1 + x1 * x2 * x1 * x2)",
                "x1 / (x1 ^ 2 + x2 ^ 4 + 1e-3)",
                "x1 / exp(x2)",
                "1 / (exp(x1) + abs(x2))",
                "1 / (-1 - exp(x1))",
                "1 / (exp(x1) * sign(x2))",
                "sign(x1) ^ -3",
                "1 / sign(x1)",
                "1 / max(1, x1)",
                "1 / max(exp(x1), exp(x2))",
                "1 / (2 + sin(x1 * x2))",
                "1 / (1.5 - tanh(x1) * cos(x2))",
                "log(1 + abs(x1))",
                "log(exp(x1) / (1 + exp(x1)))",
                "log(0.5 + sign(x1) ^ 2)",
                "sqrt(x1 ^ 2 + x2 ^ 2)",
                "sqrt(abs(x1))",
                "sqrt(1 - sin(x1) ^ 2)",
                "sqrt(1 + tanh(x1))",
                "sqrt(exp(x1)) ^ x2",
                "(x1 ^ 2) ^ 0.5",
                "(1 + x1 ^ 2) ^ (-x2 ^ 2)",
                "(x1 ^ 2) ^ (x2 ^ 2)",
                "abs(x1) ^ 1.5",
                "x1 ^ 3",
                "he10(x1) / (1 + he3(x2) ^ 2)",
                "2 ^ x1",
            })
    void servesWhatHasAValueEverywhere(String source) {
        RealExpression function = parse(source);
        for (float x = -4; x <= 4; x += 0.25f) {
            for (float y : new float[] {-2.5f, 0, 1}) {
                assertThat(function.value(new float[] {x, y}, 0)).isNotNaN();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sign(x1)                              | SIGNS
            -sign(x1 * x2)                        | SIGNS
            sign(x1) * sign(x2) * -1              | SIGNS
            min(sign(x1), -sign(x2), 1)           | SIGNS
            max(sign(x1), sign(x2) * sign(x3))    | SIGNS
            --sign(x1)                            | SIGNS
            x1                                    | NUMBERS
            x1 * sign(x2)                         | NUMBERS
            sign(x1) + sign(x2)                   | NUMBERS
            2 * sign(x1)                          | NUMBERS
            min(sign(x1), x2)                     | NUMBERS
            sign(x1) / 2                          | NUMBERS
            abs(sign(x1))                         | NUMBERS
            """)
    void knowsSigns(String source, RealExpression.Values values) {
        assertThat(parse(source).values()).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            sign( x1*x2 )            | sign(x1 * x2)
            ((x1))+(x2*x3)           | x1 + x2 * x3
            x1-(x2-x3)               | x1 - (x2 - x3)
            x1*(x2*x3)               | x1 * (x2 * x3)
            1.50*x1                  | 1.5 * x1
            1e3*x1                   | 1000 * x1
            1000.0*x1                | 1000 * x1
            1e-30*x1                 | 1E-30 * x1
            max(x1,x2,-(x3))         | max(x1, x2, -x3)
            (x1^2)^2                 | (x1 ^ 2) ^ 2
            """)
    void hasOneTextForSpacesParenthesesAndNumbers(String source, String text) {
        assertThat(parse(source)).hasToString(text).isEqualTo(parse(text)).hasSameHashCodeAs(parse(text));
    }

    /** Random trees: the printed form prints to itself and has the same bits everywhere. */
    @Test
    void printsWhatItParses() {
        Random random = new Random(11);
        int served = 0;
        for (int i = 0; i < 5000; i++) {
            String source = tree(random, 4);
            RealExpression function;
            try {
                function = parse(source);
            } catch (ExpressionException e) {
                continue;
            }
            served++;
            RealExpression again = parse(function.toString());
            assertThat(again).isEqualTo(function).hasToString(function.toString());
            float[] x = point(random);
            assertThat(again.value(x, 0)).isEqualTo(function.value(x, 0));
            assertThat(again.values()).isEqualTo(function.values());
        }
        assertThat(served).isBetween(1000, 4500);
    }

    /** Random trees at random points, on and off the axes: what passes has a value, in its range, and signs are signs. */
    @Test
    void rangesHoldWhatComesOut() {
        Random random = new Random(12);
        int bounded = 0;
        int signs = 0;
        for (int i = 0; i < 20_000; i++) {
            Numeric root;
            Interval range;
            try {
                root = new Parser(tree(random, 4), COORDINATES, Arithmetic.REAL).parseNumber();
                range = root.range();
            } catch (Fault e) {
                continue;
            }
            bounded += range.low() > Double.NEGATIVE_INFINITY || range.high() < Double.POSITIVE_INFINITY ? 1 : 0;
            signs += root.isSign() ? 1 : 0;
            RealFunction function = root.compiled();
            for (int repeat = 0; repeat < 20; repeat++) {
                double value = function.value(point(random), 0);
                assertThat(value >= range.low() && value <= range.high())
                        .as("%s = %s in %s", root, value, range)
                        .isTrue();
                if (range.excludesZero()) {
                    assertThat(value).as("%s", root).isNotZero();
                }
                if (root.isSign()) {
                    assertThat(Math.abs(value)).as("%s", root).isEqualTo(1);
                }
            }
        }
        assertThat(bounded).isGreaterThan(1000);
        assertThat(signs).isGreaterThan(100);
    }

    @Test
    void isBounded() {
        String nested = "x1 * (1 + ".repeat(48) + "x2" + ")".repeat(48);
        assertThat(parse(nested)).hasToString(nested);
        assertThatThrownBy(() -> parse("(".repeat(51) + "x1" + ")".repeat(51)))
                .hasMessageContaining("nested deeper than 50");
        assertThatThrownBy(() -> parse("x1" + " ".repeat(1000))).hasMessageContaining("longer than 1000");
        assertThatThrownBy(() -> parse("x1" + "+x1".repeat(300)))
                .hasMessageContaining("longer than 1000 characters with spaces between its terms");
        String sum = "x1" + " + x1".repeat(199);
        assertThat(parse(sum).value(new float[] {2}, 0)).isEqualTo(400);
    }

    @Test
    void everyTextIsAFunctionOrInvalid() {
        Random random = new Random(13);
        String pieces = "x1x2 x16 sign(exp(he3(log(sqrt(^*/+-(),.0123456789e'<>= andnot";
        for (int i = 0; i < 50_000; i++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? tree(random, 2) : "");
            for (int edits = random.nextInt(6); edits >= 0; edits--) {
                int from = random.nextInt(pieces.length());
                text.insert(
                        random.nextInt(text.length() + 1),
                        pieces,
                        from,
                        Math.min(pieces.length(), from + 1 + random.nextInt(5)));
            }
            try {
                assertThat(parse(text.toString()))
                        .hasToString(parse(parse(text.toString()).toString()).toString());
            } catch (ExpressionException e) {
                assertThat(e.column()).isBetween(1, text.length() + 1);
            }
        }
    }

    /** Growth is kept from overflow by bounded arguments of exp. */
    private static String tree(Random random, int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return random.nextInt(3) > 0
                    ? "x" + (1 + random.nextInt(3))
                    : List.of("1", "2", "0.5", "0", "3", "1.25").get(random.nextInt(6));
        }
        String left = tree(random, depth - 1);
        String right = tree(random, depth - 1);
        return switch (random.nextInt(16)) {
            case 0 -> "-(" + left + ")";
            case 1 -> "max(" + left + "," + right + ")";
            case 2 -> "min(" + left + "," + right + "," + "x1)";
            case 3, 4 -> "sign(" + left + ")";
            case 5 -> "exp(sin(" + left + "))";
            case 6 ->
                List.of("cos", "tanh", "abs", "floor", "ceil", "round", "sqrt", "log")
                                .get(random.nextInt(8)) + "(" + left + ")";
            case 7 -> "he" + random.nextInt(5) + "(" + left + ")";
            case 8 ->
                "(" + left + ")^" + List.of("2", "3", "-1", "-2", "0.5", "0").get(random.nextInt(6));
            case 9 -> "1/(1+(" + left + ")*(" + left + "))";
            case 10 -> "(" + left + ")^sin(" + right + ")";
            case 11, 12, 13 -> "(" + left + ")" + "+-*/".charAt(random.nextInt(4)) + "(" + right + ")";
            default -> left + "+-*/".charAt(random.nextInt(4)) + right;
        };
    }

    private static float[] point(Random random) {
        float[] x = new float[3];
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextInt(4) == 0 ? random.nextInt(5) - 2 : (float) random.nextGaussian();
        }
        return x;
    }

    private static RealExpression parse(String source) {
        return RealExpression.parse(source, COORDINATES);
    }
}
