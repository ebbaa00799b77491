package dev.polylog.sweep.grid;

import dev.polylog.trainer.expression.Expression;
import dev.polylog.trainer.run.Canonical;
import dev.polylog.trainer.run.Field;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a sweep says about one field. */
public sealed interface Setting<T> {

    Field<T> field();

    /**
     * The same value in every cell.
     *
     * @param value null if an optional field has none
     * @param number the value of a numeric field for expressions
     */
    record Constant<T>(
            Field<T> field, @Nullable T value, @Nullable BigDecimal number) implements Setting<T> {

        public static <T> Constant<T> of(Field<T> field, @Nullable T value) {
            return new Constant<>(field, value, decimal(value));
        }

        /** The default of a field. */
        public static <T> Constant<T> ofDefault(Field<T> field) {
            return of(field, field.fallback());
        }

        private static @Nullable BigDecimal decimal(@Nullable Object value) {
            if (value instanceof Long whole) {
                return BigDecimal.valueOf(whole);
            }
            return value instanceof Double real ? new BigDecimal(Canonical.text(real.doubleValue())) : null;
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
        public String toString() {
            return expression.toString();
        }
    }
}
