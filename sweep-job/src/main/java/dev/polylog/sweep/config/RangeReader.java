package dev.polylog.sweep.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.polylog.sweep.grid.Axis;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code {from, to, step}}, {@code {from, to, times}} and {@code {from, to, count, spacing, digits}}. */
final class RangeReader {
    private static final List<String> KEYS = List.of("from", "to", "step", "times", "count", "spacing", "digits");
    private static final String FORMS =
            "{ from, to, step }, { from, to, times }, { from, to, count } or { from, to, count, spacing = log, digits }";

    /** In place of a number of digits. */
    private static final String FULL = "full";

    private static final MathContext USUAL_DIGITS = new MathContext(3, RoundingMode.HALF_UP);
    private static final BigDecimal MOST_DIGITS = BigDecimal.valueOf(15);

    private final Problems problems;

    RangeReader(Problems problems) {
        this.problems = problems;
    }

    /** The numbers of a range; none, and a problem, if it is not valid. */
    List<BigDecimal> read(Field<?> field, ConfigObject range, SourcePosition position) {
        int before = problems.count();
        if (!field.isNumeric()) {
            problems.invalid(position, Values.text(range), "a list of: " + field.expected());
            return List.of();
        }
        Values.checkKeys(range, position, KEYS, problems);
        Map<String, BigDecimal> numbers = new HashMap<>();
        range.forEach((key, value) -> {
            if (KEYS.contains(key) && !key.equals("spacing") && !isFull(key, value)) {
                number(value, position.child(value, key), numbers, key);
            }
        });
        if (problems.count() == before) {
            checkForm(range, position);
        }
        if (problems.count() > before) {
            return List.of();
        }
        try {
            boolean isWhole = field.kind().form() == Kind.Form.WHOLE;
            List<BigDecimal> values = values(range, numbers, digits(range, numbers, isWhole));
            return isWhole && range.containsKey("count")
                    ? values.stream()
                            .map(value -> value.setScale(0, RoundingMode.HALF_UP))
                            .distinct()
                            .toList()
                    : values;
        } catch (IllegalArgumentException e) {
            problems.invalid(position, Values.text(range), String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private void number(ConfigValue value, SourcePosition position, Map<String, BigDecimal> numbers, String key) {
        String text = Values.text(value);
        Numbers.parse(text)
                .ifPresentOrElse(
                        number -> numbers.put(key, number), () -> problems.invalid(position, text, "a finite number"));
    }

    private void checkForm(ConfigObject range, SourcePosition position) {
        Set<String> keys = range.keySet();
        long forms = List.of("step", "times", "count").stream()
                .filter(keys::contains)
                .count();
        boolean complete = keys.contains("from") && keys.contains("to") && forms == 1;
        ConfigValue spacing = range.get("spacing");
        boolean isLog = spacing != null && Values.text(spacing).equals("log");
        if (!complete || (keys.contains("spacing") && !keys.contains("count")) || (keys.contains("digits") && !isLog)) {
            problems.invalid(position, Values.text(range), FORMS);
        }
        if (spacing != null && !Set.of("log", "linear").contains(Values.text(spacing))) {
            problems.invalid(position.child(spacing, "spacing"), Values.text(spacing), "log or linear");
        }
    }

    private static boolean isFull(String key, ConfigValue value) {
        return key.equals("digits") && Values.text(value).equals(FULL);
    }

    /** To how many digits values between the ends are rounded. Those of a whole-number field are whole, and need no other rule. */
    private static MathContext digits(ConfigObject range, Map<String, BigDecimal> numbers, boolean isWhole) {
        if (!range.containsKey("digits")) {
            return isWhole ? MathContext.UNLIMITED : USUAL_DIGITS;
        }
        BigDecimal digits = numbers.get("digits");
        if (digits == null) {
            return MathContext.UNLIMITED;
        }
        boolean admitted = digits.signum() > 0
                && digits.compareTo(MOST_DIGITS) <= 0
                && digits.stripTrailingZeros().scale() <= 0;
        if (!admitted) {
            throw new IllegalArgumentException("digits to be a whole number from 1 to " + MOST_DIGITS + ", or " + FULL);
        }
        return new MathContext(digits.intValue(), RoundingMode.HALF_UP);
    }

    private static List<BigDecimal> values(ConfigObject range, Map<String, BigDecimal> numbers, MathContext digits) {
        BigDecimal from = required(numbers, "from");
        BigDecimal to = required(numbers, "to");
        if (from.compareTo(to) > 0) {
            throw new IllegalArgumentException("from at most to");
        }
        if (range.containsKey("step")) {
            return Ranges.byStep(from, to, required(numbers, "step"));
        }
        if (range.containsKey("times")) {
            return Ranges.byFactor(from, to, required(numbers, "times"));
        }
        int count = count(required(numbers, "count"));
        ConfigValue spacing = range.get("spacing");
        return spacing != null && Values.text(spacing).equals("log")
                ? Ranges.logarithmic(from, to, count, digits)
                : Ranges.linear(from, to, count);
    }

    private static BigDecimal required(Map<String, BigDecimal> numbers, String key) {
        BigDecimal number = numbers.get(key);
        if (number == null) {
            throw new IllegalArgumentException(FORMS);
        }
        return number;
    }

    private static int count(BigDecimal number) {
        boolean admitted = number.compareTo(BigDecimal.valueOf(2)) >= 0
                && number.compareTo(BigDecimal.valueOf(Axis.MAX_SIZE)) <= 0
                && number.stripTrailingZeros().scale() <= 0;
        if (!admitted) {
            throw new IllegalArgumentException("count to be a whole number from 2 to " + Axis.MAX_SIZE);
        }
        return number.intValue();
    }
}
