package dev.polylog.sweep.grid;

import dev.polylog.trainer.expression.Expression;
import dev.polylog.trainer.expression.ExpressionException;
import dev.polylog.trainer.expression.Variable;
import dev.polylog.trainer.expression.Vocabulary;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.InvalidValueException;
import dev.polylog.trainer.run.Kind;
import dev.polylog.trainer.run.Literal;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Expressions over fields: each is read by the name of its column. */
public final class FieldNames {
    private static final Vocabulary FIELDS =
            new Columns(Fields.ALL.stream().<Variable>map(FieldNames::variable).toList());

    private FieldNames() {}

    /** Parses a number; throws {@link ExpressionException}. */
    public static Expression<BigDecimal> number(String source) {
        return Expression.number(source, FIELDS);
    }

    /** Parses a condition; throws {@link ExpressionException}. */
    public static Expression<Boolean> condition(String source) {
        return Expression.condition(source, FIELDS);
    }

    /** The fields that an expression reads, in the order of their first appearance. */
    public static Set<Field<?>> readBy(Expression<?> expression) {
        Set<Field<?>> fields = new LinkedHashSet<>();
        expression.variables().forEach(variable -> fields.add(Fields.ALL.get(variable.slot())));
        return fields;
    }

    private static Variable variable(Field<?> field) {
        int slot = Slots.of(field);
        return switch (field.kind().form()) {
            case WHOLE, REAL -> new Variable.OfNumber(field.column(), slot);
            case WORD -> new Variable.OfWord(field.column(), slot, written -> canonical(field.kind(), written));
            case STRUCTURE -> new Variable.Opaque(field.column(), slot);
        };
    }

    private static String canonical(Kind<?> kind, String written) {
        try {
            return String.valueOf(kind.read(new Literal.OfText(written)));
        } catch (InvalidValueException e) {
            throw new IllegalArgumentException(e.reason(kind.expected()), e);
        }
    }

    private record Columns(List<Variable> variables) implements Vocabulary {
        @Override
        public String noun() {
            return "field";
        }
    }
}
