package dev.polylog.sweep.grid;

import dev.polylog.trainer.expression.Expression;
import dev.polylog.trainer.expression.ExpressionException;
import dev.polylog.trainer.expression.Suggestion;
import dev.polylog.trainer.expression.Variable;
import dev.polylog.trainer.expression.Vocabulary;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Kind;
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
        if (FieldNumber.isNumeric(field)) {
            return new Variable.OfNumber(field.column(), slot);
        }
        return field.kind() instanceof Kind.Choice<?> choice
                ? new Variable.OfWord(field.column(), slot, written -> canonical(choice, written))
                : new Variable.Opaque(field.column(), slot);
    }

    private static String canonical(Kind.Choice<?> choice, String written) {
        List<String> names = choice.values().stream().map(Object::toString).toList();
        if (!names.contains(written)) {
            throw new IllegalArgumentException(choice.expected()
                    + Suggestion.nearest(written, names)
                            .map(name -> "; did you mean " + name + "?")
                            .orElse(""));
        }
        return written;
    }

    private record Columns(List<Variable> variables) implements Vocabulary {
        @Override
        public String noun() {
            return "field";
        }
    }
}
