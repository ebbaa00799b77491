package dev.polylog.sweep.expression;

import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Resolves the names in an expression. */
final class Names {
    private static final Set<String> KEYWORDS = Set.of("and", "or", "not");

    private Names() {}

    static MathFunction function(Token name) {
        List<MathFunction> functions = Arrays.asList(MathFunction.values());
        for (MathFunction function : functions) {
            if (name.is(function.toString())) {
                return function;
            }
        }
        List<String> names = functions.stream().map(MathFunction::toString).toList();
        throw new Fault(name.column(), "unknown function " + name + Suggestion.of(name.text(), names));
    }

    static Term reading(Token name) {
        if (KEYWORDS.contains(name.text())) {
            throw new Fault(name.column(), "unexpected " + name);
        }
        for (Field<?> field : Fields.ALL) {
            if (name.is(field.column())) {
                return reading(field, name);
            }
        }
        List<String> columns = Fields.ALL.stream().map(Field::column).toList();
        throw new Fault(name.column(), "unknown field " + name + Suggestion.of(name.text(), columns));
    }

    private static Term reading(Field<?> field, Token name) {
        if (field.kind() instanceof Kind.Choice<?>) {
            return new Text.Reading(field);
        }
        if (field.kind() instanceof Kind.Whole || field.kind() instanceof Kind.Real) {
            return new Numeric.Reading(field);
        }
        throw new Fault(name.column(), name + " is not a number");
    }

    static Truth match(Relation relation, Text left, Text right, int column) {
        if (!relation.isEquality()) {
            throw new Fault(column, "names compare with == and != only");
        }
        check(left, right, column);
        check(right, left, column);
        return new Truth.Match(relation, left, right);
    }

    private static void check(Text side, Text other, int column) {
        if (side instanceof Text.Reading reading
                && other instanceof Text.Literal literal
                && reading.field().kind() instanceof Kind.Choice<?> choice) {
            List<String> names = choice.values().stream().map(Object::toString).toList();
            if (!names.contains(literal.name())) {
                throw new Fault(
                        column,
                        reading + " is never " + literal + " (expected " + choice.expected() + ")"
                                + Suggestion.of(literal.name(), names));
            }
        }
    }
}
