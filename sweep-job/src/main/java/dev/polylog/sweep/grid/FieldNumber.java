package dev.polylog.sweep.grid;

import dev.polylog.trainer.expression.Decimals;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Kind;
import java.math.BigDecimal;

/** Numbers as values of fields. */
public final class FieldNumber {
    private static final BigDecimal LARGEST_WHOLE = BigDecimal.valueOf(Long.MAX_VALUE);

    private FieldNumber() {}

    public static boolean isNumeric(Field<?> field) {
        return field.kind() instanceof Kind.Whole || field.kind() instanceof Kind.Real;
    }

    /** The value of a numeric field; throws {@link IllegalArgumentException} if the field does not admit the number. */
    @SuppressWarnings("unchecked") // Whole is a kind of Long, Real of Double
    public static <T> T value(Field<T> field, BigDecimal number) {
        T value = null;
        if (field.kind() instanceof Kind.Whole) {
            if (number.abs().compareTo(LARGEST_WHOLE) <= 0 && Decimals.isWhole(number)) {
                value = (T) (Long) number.longValue();
            }
        } else {
            double real = number.doubleValue();
            if (Double.isFinite(real)) {
                value = (T) (Double) (real == 0 ? 0.0 : real);
            }
        }
        if (value == null || !field.kind().admits(value)) {
            throw new IllegalArgumentException(Decimals.shown(number) + " (expected " + field.expected() + ")");
        }
        return value;
    }
}
