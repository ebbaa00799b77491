package dev.polylog.sweep.expression;

import dev.polylog.trainer.run.Field;
import java.util.Set;

/** A statement about fields, such as {@code width > d and inputs == 'boolean'}. Immutable. */
public final class Condition {
    private final String source;
    private final Truth root;
    private final Set<Field<?>> fields;

    private Condition(String source, Truth root, Set<Field<?>> fields) {
        this.source = source;
        this.root = root;
        this.fields = fields;
    }

    /** Parses and checks a condition; throws {@link ExpressionException}. */
    public static Condition parse(String source) {
        try {
            Parser parser = new Parser(source);
            Truth root = parser.parseTruth();
            return new Condition(source, root, parser.fields());
        } catch (Fault fault) {
            throw ExpressionException.invalid(source, fault);
        }
    }

    /** Whether it holds; throws {@link ExpressionException} where that is undefined. */
    public boolean holds(Scope scope) {
        try {
            return root.holds(scope);
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
        return other instanceof Condition that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The canonical form, which parses to an equal condition. */
    @Override
    public String toString() {
        return root.toString();
    }
}
