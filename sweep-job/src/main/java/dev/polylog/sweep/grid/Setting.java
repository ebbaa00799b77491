package dev.polylog.sweep.grid;

import dev.polylog.trainer.expression.Expression;
import dev.polylog.trainer.run.Canonical;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Literal;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a sweep says about one field. */
public sealed interface Setting<T> {

    Field<T> field();

    /** As a sweep file says it: a formula is the same for all cells, whatever it comes to. */
    String written();

    /**
     * The same value in every cell.
     *
     * @param value null if an optional field has none
     * @param literal how a file writes it; null with the value
     */
    record Constant<T>(
            Field<T> field, @Nullable T value, @Nullable Literal literal) implements Setting<T> {

        public static <T> Constant<T> of(Field<T> field, @Nullable T value) {
            return new Constant<>(
                    field, value, value == null ? null : field.kind().write(value));
        }

        /** The default of a field. */
        public static <T> Constant<T> ofDefault(Field<T> field) {
            return of(field, field.fallback());
        }

        /** The value for expressions; null if it is not a number. */
        public @Nullable BigDecimal number() {
            return field.isNumeric() && literal instanceof Literal.OfNumber written ? written.number() : null;
        }

        @Override
        public String written() {
            return toString();
        }

        @Override
        public String toString() {
            return Canonical.text(value);
        }
    }

    /** A value computed from other fields. */
    record Formula<T>(Field<T> field, Expression<BigDecimal> expression) implements Setting<T> {
        /** The fields that it reads. */
        public Set<Field<?>> reads() {
            return FieldNames.readBy(expression);
        }

        @Override
        public String written() {
            return expression.source();
        }

        @Override
        public String toString() {
            return expression.toString();
        }
    }
}
