package dev.polylog.trainer.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value computed from variables: a number, such as {@code max(10, round(200000 / d))}, or a condition, such as
 * {@code width > d and inputs == 'boolean'}. Immutable.
 *
 * @param <V> {@link BigDecimal} or {@link Boolean}
 */
public final class Expression<V> {
    private final String source;
    private final Term<V> root;
    private final List<Variable> variables;

    private Expression(String source, Term<V> root, List<Variable> variables) {
        this.source = source;
        this.root = root;
        this.variables = variables;
    }

    /** Parses and checks an expression for a number; throws {@link ExpressionException}. */
    public static Expression<BigDecimal> number(String source, Vocabulary vocabulary) {
        return parse(source, vocabulary, Parser::parseNumber);
    }

    /** Parses and checks a condition; throws {@link ExpressionException}. */
    public static Expression<Boolean> condition(String source, Vocabulary vocabulary) {
        return parse(source, vocabulary, Parser::parseTruth);
    }

    private static <V> Expression<V> parse(
            String source, Vocabulary vocabulary, Function<Parser, ? extends Term<V>> grammar) {
        try {
            Parser parser = new Parser(source, vocabulary, Arithmetic.DECIMAL);
            Term<V> root = grammar.apply(parser);
            Parser.canonical(root);
            return new Expression<>(source, root, parser.variables());
        } catch (Fault fault) {
            throw ExpressionException.invalid(source, fault);
        }
    }

    /** Its value; throws {@link ExpressionException} where it has none. */
    public V value(Scope scope) {
        try {
            return root.value(scope);
        } catch (Fault fault) {
            throw ExpressionException.failed(source, fault);
        }
    }

    /** The variables that it reads, in the order of their first appearance. */
    public List<Variable> variables() {
        return variables;
    }

    /** As it was written. */
    public String source() {
        return source;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Expression<?> that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The canonical form, which parses to an equal expression. */
    @Override
    public String toString() {
        return root.toString();
    }
}
