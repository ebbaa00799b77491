package dev.polylog.sweep.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import dev.polylog.sweep.grid.Axis;
import dev.polylog.sweep.grid.Setting;
import dev.polylog.trainer.run.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads axes and checks that no position of one occurs twice. */
final class AxisReader {
    private final Problems problems;
    private final SourcePositions positions;
    private final SettingReader settings;
    private final RangeReader ranges;

    AxisReader(Problems problems, SourcePositions positions, SettingReader settings) {
        this.problems = problems;
        this.positions = positions;
        this.settings = settings;
        ranges = new RangeReader(problems);
    }

    /** An axis of its own. */
    <T> Optional<Axis.Line<T>> product(Field<T> field, ConfigValue value, SourcePosition position) {
        Optional<Axis.Line<T>> line = line(field, value, position);
        line.ifPresent(axis -> checkDistinct(axis, position));
        return line;
    }

    /** A group of fields that move together. */
    Optional<Axis.Zip> zip(List<Axis.Line<?>> lines, SourcePosition position) {
        try {
            Axis.Zip zip = new Axis.Zip(lines);
            checkDistinct(zip, position);
            return Optional.of(zip);
        } catch (IllegalArgumentException e) {
            problems.add(position, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    /** The values of one field, repetitions allowed. */
    <T> Optional<Axis.Line<T>> line(Field<T> field, ConfigValue value, SourcePosition position) {
        int before = problems.count();
        List<Setting<T>> values = new ArrayList<>();
        if (value instanceof ConfigObject range && isRange(field, range)) {
            for (BigDecimal number : ranges.read(field, range, position)) {
                settings.number(field, number, position).ifPresent(setting -> {
                    positions.remember(setting, position);
                    values.add(setting);
                });
            }
        } else if (value instanceof ConfigList list && list.size() > Axis.MAX_SIZE) {
            problems.invalid(position, list.size() + " values", "at most " + Axis.MAX_SIZE);
        } else {
            for (ConfigValue element : Values.elements(value)) {
                SourcePosition at = SourcePosition.of(element, position.path());
                settings.read(field, element, at).ifPresent(setting -> {
                    positions.remember(setting, at);
                    values.add(setting);
                });
            }
        }
        if (problems.count() == before && values.isEmpty()) {
            problems.invalid(position, Values.text(value), "at least one value");
        }
        return problems.count() > before ? Optional.empty() : Optional.of(new Axis.Line<>(field, values));
    }

    private static boolean isRange(Field<?> field, ConfigObject object) {
        return field.isNumeric() || object.containsKey("from");
    }

    private void checkDistinct(Axis axis, SourcePosition position) {
        Set<List<String>> seen = new HashSet<>();
        for (int i = 0; i < axis.size(); i++) {
            int index = i;
            List<String> values = axis.lines().stream()
                    .map(line -> line.values().get(index).toString())
                    .toList();
            if (!seen.add(values)) {
                problems.invalid(position, String.join(" with ", values) + " twice", "different values");
                return;
            }
        }
    }
}
