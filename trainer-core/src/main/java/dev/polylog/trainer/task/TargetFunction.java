package dev.polylog.trainer.task;

import dev.polylog.trainer.expression.ExpressionException;
import dev.polylog.trainer.expression.RealExpression;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The hidden function: a label that depends on the first few coordinates of the input alone.
 */
public sealed interface TargetFunction
        permits TargetFunction.Xor,
                TargetFunction.And,
                TargetFunction.Or,
                TargetFunction.Parity,
                TargetFunction.SineBoundary,
                TargetFunction.Formula {

    /** All targets that have a name; the registry of sweep files. */
    static List<TargetFunction> all() {
        return Stream.<TargetFunction>concat(
                        Stream.of(new Xor(), new And(), new Or(), new SineBoundary()),
                        IntStream.rangeClosed(2, Parity.MOST).mapToObj(Parity::new))
                .toList();
    }

    /** Number of leading coordinates that the label depends on. */
    int coordinates();

    /** The label of the input that starts at {@code offset}. */
    double value(float[] inputs, int offset);

    /** Whether every label is exactly -1 or +1. */
    default boolean hasTwoClasses() {
        return true;
    }

    /** A real function whose sign is the label; empty where none is known. */
    default Optional<Score> score() {
        return Optional.empty();
    }

    /** Whether the four directions of XOR, {@code +-mu1} and {@code +-mu2}, are those that learning has to find. */
    default boolean hasBlocks() {
        return false;
    }

    /**
     * {@code y = -sign(x1 x2)}, +1 where the product is zero; on the Boolean cube this is {@code y = -x1 x2}. Its cluster centres are
     * {@code +-mu1 = +-(e1 - e2)} with label +1 and {@code +-mu2 = +-(e1 + e2)} with label -1.
     */
    record Xor() implements TargetFunction {
        @Override
        public int coordinates() {
            return 2;
        }

        @Override
        public double value(float[] inputs, int offset) {
            return inputs[offset] * inputs[offset + 1] > 0 ? -1 : 1;
        }

        /** {@code -x1 x2}. */
        @Override
        public Optional<Score> score() {
            return Optional.of(z -> -z[0] * z[1]);
        }

        @Override
        public boolean hasBlocks() {
            return true;
        }

        @Override
        public String toString() {
            return "xor";
        }
    }

    /** +1 where both of the first two coordinates are positive; zero is not. */
    record And() implements TargetFunction {
        @Override
        public int coordinates() {
            return 2;
        }

        @Override
        public double value(float[] inputs, int offset) {
            return inputs[offset] > 0 && inputs[offset + 1] > 0 ? 1 : -1;
        }

        /** {@code min(x1, x2)}. */
        @Override
        public Optional<Score> score() {
            return Optional.of(z -> Math.min(z[0], z[1]));
        }

        @Override
        public String toString() {
            return "and";
        }
    }

    /** +1 where one of the first two coordinates is positive, or both are; zero is not. */
    record Or() implements TargetFunction {
        @Override
        public int coordinates() {
            return 2;
        }

        @Override
        public double value(float[] inputs, int offset) {
            return inputs[offset] > 0 || inputs[offset + 1] > 0 ? 1 : -1;
        }

        /** {@code max(x1, x2)}. */
        @Override
        public Optional<Score> score() {
            return Optional.of(z -> Math.max(z[0], z[1]));
        }

        @Override
        public String toString() {
            return "or";
        }
    }

    /**
     * +1 where the number of positive ones among the first k coordinates is odd: {@code y = -prod(-x_i)} on the Boolean
     * cube, and +1 where a coordinate is zero. The parity of two is XOR.
     *
     * @param k 2 to {@value #MOST}
     */
    record Parity(int k) implements TargetFunction {
        static final int MOST = 8;

        public Parity {
            if (k < 2 || k > MOST) {
                throw new IllegalArgumentException("Invalid parity: " + k + " (expected 2 to " + MOST + ")");
            }
        }

        @Override
        public int coordinates() {
            return k;
        }

        @Override
        public double value(float[] inputs, int offset) {
            boolean isOdd = false;
            for (int i = 0; i < k; i++) {
                float x = inputs[offset + i];
                if (x == 0) {
                    return 1;
                }
                isOdd ^= x > 0;
            }
            return isOdd ? 1 : -1;
        }

        /** {@code -prod(-x_i)}. */
        @Override
        public Optional<Score> score() {
            return Optional.of(z -> -Arrays.stream(z).reduce(1, (product, x) -> product * -x));
        }

        @Override
        public boolean hasBlocks() {
            return k == 2;
        }

        @Override
        public String toString() {
            return "parity-" + k;
        }
    }

    /** {@code y = sign(x2 - sin x1)}, +1 on the boundary: a boundary that is curved, of which a line explains most. */
    record SineBoundary() implements TargetFunction {
        @Override
        public int coordinates() {
            return 2;
        }

        @Override
        public double value(float[] inputs, int offset) {
            return inputs[offset + 1] >= StrictMath.sin(inputs[offset]) ? 1 : -1;
        }

        /** {@code x2 - sin x1}. */
        @Override
        public Optional<Score> score() {
            return Optional.of(z -> z[1] - StrictMath.sin(z[0]));
        }

        @Override
        public String toString() {
            return "sine-boundary";
        }
    }

    /**
     * A function that is written out, such as {@code sign(x1 * x2 * x3)} or {@code x1 + x1 * x2 + x1 * x2 * x3}. Its text is
     * canonical: it enters the identity of a run, and parses to an equal formula.
     */
    record Formula(RealExpression expression) implements TargetFunction {
        /** Largest index of a coordinate. */
        public static final int MOST_COORDINATES = Coordinates.MOST;

        /**
         * Parses a formula of x1 to x16.
         *
         * @throws ExpressionException if it cannot be parsed, has no value for some inputs, or depends on none
         */
        public static Formula parse(String source) {
            return new Formula(RealExpression.parse(source, new Coordinates()));
        }

        /** The largest index that occurs. */
        @Override
        public int coordinates() {
            return expression.arity();
        }

        @Override
        public double value(float[] inputs, int offset) {
            return expression.value(inputs, offset);
        }

        /** Where its form shows it: signs, and what negation, products, min and max make of signs. */
        @Override
        public boolean hasTwoClasses() {
            return expression.values() == RealExpression.Values.SIGNS;
        }

        @Override
        public String toString() {
            return expression.toString();
        }
    }
}
