package dev.polylog.trainer.expression;

import org.jspecify.annotations.Nullable;

/**
 * A function of the leading coordinates of an input, such as {@code sign(x1 * x2 * x3)}, in double precision. It has a value
 * for every input: a division by what may be 0, or a root or logarithm of what may be negative, is refused. Immutable.
 *
 * <p>Variable i, by its slot, is coordinate i. {@code ^} with a whole exponent multiplies.
 */
public final class RealExpression {
    private final String text;
    private final RealFunction function;
    private final int arity;
    private final Values values;

    /** What can come out of a function. */
    public enum Values {
        /** Exactly -1 and +1. */
        SIGNS,
        /** Any numbers. */
        NUMBERS
    }

    private RealExpression(String text, RealFunction function, int arity, Values values) {
        this.text = text;
        this.function = function;
        this.arity = arity;
        this.values = values;
    }

    /** Parses and checks a function; throws {@link ExpressionException}. */
    public static RealExpression parse(String source, Vocabulary vocabulary) {
        try {
            Parser parser = new Parser(source, vocabulary, Arithmetic.REAL);
            Numeric root = parser.parseNumber();
            root.range();
            if (parser.variables().isEmpty()) {
                throw new Fault(1, "no " + vocabulary.noun() + " occurs (expected " + vocabulary.expected() + ")");
            }
            return new RealExpression(
                    Parser.canonical(root),
                    root.compiled(),
                    parser.variables().stream()
                            .mapToInt(variable -> variable.slot() + 1)
                            .max()
                            .orElseThrow(),
                    root.isSign() ? Values.SIGNS : Values.NUMBERS);
        } catch (Fault fault) {
            throw ExpressionException.invalid(source, fault);
        }
    }

    /** The value at the input that starts at {@code offset}. */
    public double value(float[] inputs, int offset) {
        return function.value(inputs, offset);
    }

    /** What its form shows that can come out: signs, and what negation, products, min and max make of signs, are signs. */
    public Values values() {
        return values;
    }

    /** Number of leading coordinates that it needs: the largest that it reads, from 1. */
    public int arity() {
        return arity;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RealExpression that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** The canonical form, which parses to an equal function. */
    @Override
    public String toString() {
        return text;
    }
}
