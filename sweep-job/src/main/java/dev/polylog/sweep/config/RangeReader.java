package dev.polylog.sweep.config;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.polylog.sweep.grid.Axis;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code {from, to, step}}, {@code {from, to, times}} and {@code {from, to, count, spacing}}. */
final class RangeReader {
    private static final List<String> KEYS = List.of("from", "to", "step", "times", "count", "spacing");
    private static final String FORMS =
            "{ from, to, step }, { from, to, times } or { from, to, count, spacing = log or linear }";

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
            if (KEYS.contains(key) && !key.equals("spacing")) {
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
            List<BigDecimal> values = values(range, numbers);
            boolean rounded = range.containsKey("count") && field.kind().form() == Kind.Form.WHOLE;
            return rounded
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
        if (!complete || (keys.contains("spacing") && !keys.contains("count"))) {
            problems.invalid(position, Values.text(range), FORMS);
        }
        ConfigValue spacing = range.get("spacing");
        if (spacing != null && !Set.of("log", "linear").contains(Values.text(spacing))) {
            problems.invalid(position.child(spacing, "spacing"), Values.text(spacing), "log or linear");
        }
    }

    private static List<BigDecimal> values(ConfigObject range, Map<String, BigDecimal> numbers) {
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
                ? Ranges.logarithmic(from, to, count)
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
