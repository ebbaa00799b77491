package dev.polylog.trainer.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** A function of numbers. */
enum MathFunction {
    MIN,
    MAX,
    FLOOR,
    CEIL,
    ROUND,
    LOG,
    SQRT;

    /** The result; throws {@link ArithmeticException} with a reason that can be shown. */
    BigDecimal apply(BigDecimal... arguments) {
        BigDecimal first = arguments[0];
        return switch (this) {
            case MIN -> {
                BigDecimal least = first;
                for (BigDecimal argument : arguments) {
                    least = least.min(argument);
                }
                yield least;
            }
            case MAX -> {
                BigDecimal most = first;
                for (BigDecimal argument : arguments) {
                    most = most.max(argument);
                }
                yield most;
            }
            case FLOOR -> first.setScale(0, RoundingMode.FLOOR);
            case CEIL -> first.setScale(0, RoundingMode.CEILING);
            case ROUND -> first.setScale(0, RoundingMode.HALF_UP);
            case LOG -> Decimals.log(first);
            case SQRT -> Decimals.sqrt(first);
        };
    }

    boolean admits(int arguments) {
        return isVariadic() ? arguments >= 2 : arguments == 1;
    }

    String expectedArguments() {
        return isVariadic() ? "at least two arguments" : "one argument";
    }

    private boolean isVariadic() {
        return this == MIN || this == MAX;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
