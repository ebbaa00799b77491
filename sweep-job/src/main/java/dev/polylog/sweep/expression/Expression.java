package dev.polylog.sweep.expression;

import dev.polylog.trainer.run.Field;
import java.math.BigDecimal;
import java.util.Set;

/** A number computed from fields, such as {@code max(10, round(200000 / d))}. Immutable. */
public final class Expression {
    private final String source;
    private final Numeric root;
    private final Set<Field<?>> fields;

    private Expression(String source, Numeric root, Set<Field<?>> fields) {
        this.source = source;
        this.root = root;
        this.fields = fields;
    }

    /** Parses and checks an expression; throws {@link ExpressionException}. */
    public static Expression parse(String source) {
        try {
            Parser parser = new Parser(source);
            Numeric root = parser.parseNumber();
            return new Expression(source, root, parser.fields());
        } catch (Fault fault) {
            throw ExpressionException.invalid(source, fault);
        }
    }

    /** Its value; throws {@link ExpressionException} where it has none. */
    public BigDecimal value(Scope scope) {
        try {
            return root.value(scope);
        } catch (Fault fault) {
            throw ExpressionException.failed(source, fault);
        }
    }

    /** The fields that it reads, in the order of their first appearance. */
    public Set<Field<?>> fields() {
        return fields;
    }

    /** As it was written. */
    public String source() {
        return source;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Expression that && toString().equals(that.toString());
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
