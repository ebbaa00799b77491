package dev.polylog.sweep.config;

import dev.polylog.sweep.grid.Axis;
import dev.polylog.trainer.expression.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Exact decimal ranges. The messages of their exceptions say what was expected. */
final class Ranges {
    private static final BigDecimal LAST = BigDecimal.valueOf(Axis.MAX_SIZE - 1L);

    private Ranges() {}

    /** {@code from, from + step, ... <= to}. */
    static List<BigDecimal> byStep(BigDecimal from, BigDecimal to, BigDecimal step) {
        if (step.signum() <= 0) {
            throw new IllegalArgumentException("step greater than 0");
        }
        BigDecimal steps = to.subtract(from).divideToIntegralValue(step);
        if (steps.compareTo(LAST) > 0) {
            throw tooMany();
        }
        return IntStream.rangeClosed(0, steps.intValue())
                .mapToObj(i -> from.add(step.multiply(BigDecimal.valueOf(i))))
                .toList();
    }

    /** {@code from, from * factor, ... <= to}. */
    static List<BigDecimal> byFactor(BigDecimal from, BigDecimal to, BigDecimal factor) {
        if (from.signum() <= 0 || factor.compareTo(BigDecimal.ONE) <= 0) {
            throw new IllegalArgumentException("from greater than 0 and times greater than 1");
        }
        List<BigDecimal> values = new ArrayList<>();
        for (BigDecimal value = from; value.compareTo(to) <= 0; value = value.multiply(factor, Decimals.CONTEXT)) {
            if (values.size() == Axis.MAX_SIZE) {
                throw tooMany();
            }
            values.add(value);
        }
        return values;
    }

    /** So many numbers at equal distances. */
    static List<BigDecimal> linear(BigDecimal from, BigDecimal to, int count) {
        BigDecimal width = to.subtract(from);
        BigDecimal last = BigDecimal.valueOf(count - 1L);
        return spaced(
                from,
                to,
                count,
                i -> from.add(width.multiply(BigDecimal.valueOf(i)).divide(last, Decimals.CONTEXT)));
    }

    /** So many numbers at equal ratios, those between the ends rounded to some digits. */
    static List<BigDecimal> logarithmic(BigDecimal from, BigDecimal to, int count, MathContext digits) {
        if (from.signum() <= 0) {
            throw new IllegalArgumentException("from greater than 0");
        }
        BigDecimal ratio = to.divide(from, Decimals.CONTEXT);
        BigDecimal last = BigDecimal.valueOf(count - 1L);
        List<BigDecimal> values = spaced(from, to, count, i -> {
            BigDecimal fraction = BigDecimal.valueOf(i).divide(last, Decimals.CONTEXT);
            return from.multiply(Decimals.power(ratio, fraction), Decimals.CONTEXT)
                    .round(digits);
        });
        boolean isAscending =
                IntStream.range(1, count).allMatch(i -> values.get(i - 1).compareTo(values.get(i)) < 0);
        if (digits.getPrecision() > 0 && from.compareTo(to) < 0 && !isAscending) {
            throw new IllegalArgumentException(
                    "more digits than " + digits.getPrecision() + ", to which two of its values are one");
        }
        return values;
    }

    private static List<BigDecimal> spaced(BigDecimal from, BigDecimal to, int count, IntFunction<BigDecimal> between) {
        try {
            return IntStream.range(0, count)
                    .mapToObj(i -> i == 0 ? from : i == count - 1 ? to : between.apply(i))
                    .toList();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("a ratio of to and from within the range of a double", e);
        }
    }

    private static IllegalArgumentException tooMany() {
        return new IllegalArgumentException("at most " + Axis.MAX_SIZE + " values");
    }
}
