package dev.polylog.trainer.run;

import dev.polylog.trainer.observe.Observation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One text for one value, on every Java version: the form that identities are computed from. */
public final class Canonical {
    private static final int MOST_DIGITS = 17;

    private Canonical() {}

    /** The text of a field's value; {@code none} for null. */
    public static String text(@Nullable Object value) {
        if (value == null) {
            return "none";
        }
        if (value instanceof List<?> steps) {
            return steps.stream()
                    .map(step -> step.equals(Observation.LAST) ? Kind.Steps.LAST : text(step))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof Double number ? text(number.doubleValue()) : value.toString();
    }

    /** The shortest decimal number that reads back as this one; {@code Double.toString} differs between Java versions. */
    public static String text(double value) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
        }
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < MOST_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits));
            if (rounded.doubleValue() == value) {
                return plain(rounded);
            }
        }
        return plain(exact.round(new MathContext(MOST_DIGITS)));
    }

    private static String plain(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = number.stripTrailingZeros();
        int magnitude = stripped.precision() - stripped.scale();
        return magnitude > -6 && magnitude <= 21 ? stripped.toPlainString() : stripped.toString();
    }
}
