package dev.polylog.sweep.app;

import dev.polylog.sweep.grid.Axis;
import dev.polylog.sweep.grid.Setting;
import dev.polylog.sweep.grid.Sweep;
import dev.polylog.trainer.run.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says so where a store was made with values that the same file now rounds: runs with rounded values are other runs. */
final class RoundedValues {
    private static final BigDecimal CLOSE = new BigDecimal("0.005");

    private RoundedValues() {}

    /** A sentence for each field of which the later plan has rounded a value of the earlier one. */
    static List<String> between(Sweep earlier, Sweep later) {
        Map<Field<?>, List<BigDecimal>> before = numbers(earlier);
        List<String> sentences = new ArrayList<>();
        numbers(later).forEach((field, now) -> {
            List<BigDecimal> old = before.getOrDefault(field, List.of());
            if (old.size() == now.size()) {
                pair(old, now)
                        .ifPresent(pair -> sentences.add("The plan changed: " + field + " = " + pair.get(0) + " is "
                                + pair.get(1)
                                + " now, and runs with it are new. Those with the earlier values stay in the"
                                + " store; `digits = full` in the range plans them again."));
            }
        });
        return sentences;
    }

    /** The first value that was rounded, before and after; empty if any value changed in another way. */
    private static Optional<List<String>> pair(List<BigDecimal> old, List<BigDecimal> now) {
        Optional<List<String>> first = Optional.empty();
        for (int i = 0; i < old.size(); i++) {
            BigDecimal from = old.get(i);
            BigDecimal to = now.get(i);
            if (from.compareTo(to) != 0) {
                boolean isShorter = to.stripTrailingZeros().precision()
                        < from.stripTrailingZeros().precision();
                BigDecimal change = from.subtract(to).abs();
                if (!isShorter || change.compareTo(from.abs().multiply(CLOSE)) > 0) {
                    return Optional.empty();
                }
                if (first.isEmpty()) {
                    first = Optional.of(List.of(from.toString(), to.toString()));
                }
            }
        }
        return first;
    }

    private static Map<Field<?>, List<BigDecimal>> numbers(Sweep sweep) {
        Map<Field<?>, List<BigDecimal>> numbers = new LinkedHashMap<>();
        for (Axis axis : sweep.axes()) {
            for (Axis.Line<?> line : axis.lines()) {
                numbers.put(
                        line.field(),
                        line.values().stream()
                                .flatMap(value -> number(value).stream())
                                .toList());
            }
        }
        return numbers;
    }

    private static Optional<BigDecimal> number(Setting<?> value) {
        return value instanceof Setting.Constant<?> constant
                ? Optional.ofNullable(constant.number())
                : Optional.empty();
    }
}
