package dev.polylog.trainer.expression;

/**
 * A node of a parsed expression; its type is known before anything is evaluated.
 *
 * @param <V> type of its value
 */
sealed interface Term<V> permits Numeric, Truth, Text {

    /** The value; throws {@link Fault} where there is none. */
    V value(Scope scope);

    /** How tightly the outermost operator binds. */
    Precedence precedence();

    /** The text of this term as an operand, in parentheses where they are needed. */
    default String within(Precedence atLeast) {
        return precedence().compareTo(atLeast) < 0 ? "(" + this + ")" : toString();
    }

    /** From loosest to tightest. */
    enum Precedence {
        OR,
        AND,
        NOT,
        COMPARISON,
        SUM,
        PRODUCT,
        NEGATION,
        POWER,
        ATOM
    }
}
