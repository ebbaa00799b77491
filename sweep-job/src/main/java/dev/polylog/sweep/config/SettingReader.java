package dev.polylog.sweep.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.polylog.sweep.grid.FieldNames;
import dev.polylog.sweep.grid.FieldNumber;
import dev.polylog.sweep.grid.Setting;
import dev.polylog.trainer.expression.Decimals;
import dev.polylog.trainer.expression.Expression;
import dev.polylog.trainer.expression.ExpressionException;
import dev.polylog.trainer.expression.Scope;
import dev.polylog.trainer.expression.Suggestion;
import dev.polylog.trainer.observe.Schedule;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the value of one field. */
final class SettingReader {
    private static final BigDecimal MAX_LONG = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final int MAX_SNAPSHOTS = 10_000;
    /** The batch that is the whole data set. */
    private static final String FULL = "full";

    private static final Scope EMPTY = new EmptyScope();

    private final Problems problems;
    private final Origins origins;

    SettingReader(Problems problems, Origins origins) {
        this.problems = problems;
        this.origins = origins;
    }

    /** The setting; nothing, and a problem, if the value is not valid. */
    <T> Optional<Setting<T>> read(Field<T> field, ConfigValue value, Place place) {
        if (field.isOptional() && Values.isNone(value)) {
            return Optional.of(Setting.Constant.of(field, null));
        }
        if (FieldNumber.isNumeric(field)) {
            return numeric(field, value, place);
        }
        Optional<T> constant = constant(field, value);
        if (constant.isEmpty()) {
            problems.invalid(place, Values.text(value), field.expected() + suggestion(field, value));
        }
        return constant.map(found -> Setting.Constant.of(field, found));
    }

    /** A literal number as a setting. */
    <T> Optional<Setting<T>> number(Field<T> field, BigDecimal number, Place place) {
        try {
            return Optional.of(Setting.Constant.of(field, FieldNumber.value(field, number)));
        } catch (IllegalArgumentException e) {
            problems.add(place, "Invalid " + place.path() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private <T> Optional<Setting<T>> numeric(Field<T> field, ConfigValue value, Place place) {
        if (field.equals(Fields.BATCH_SIZE) && Values.text(value).equals(FULL)) {
            return expression(Fields.DATASET_SIZE.column(), place).map(size -> new Setting.Formula<>(field, size));
        }
        boolean readable = value.valueType() == ConfigValueType.NUMBER || value.valueType() == ConfigValueType.STRING;
        String text = Values.text(value);
        if (!readable || text.isEmpty() || Numbers.looksLikeNumber(text)) {
            Optional<BigDecimal> number = readable ? Numbers.parse(text) : Optional.empty();
            if (number.isEmpty()) {
                problems.invalid(place, text.isEmpty() ? "an empty text" : text, field.expected());
            }
            return number.flatMap(found -> number(field, found, place));
        }
        return expression(text, place)
                .flatMap(expression -> expression.variables().isEmpty()
                        ? folded(field, expression, place)
                        : Optional.of(new Setting.Formula<>(field, expression)));
    }

    /** An expression; nothing, and a problem, if it cannot be parsed. */
    Optional<Expression<BigDecimal>> expression(String text, Place place) {
        try {
            Expression<BigDecimal> expression = FieldNames.number(text);
            origins.remember(expression, place);
            return Optional.of(expression);
        } catch (ExpressionException e) {
            problems.add(place, "Invalid " + place.path() + ": " + e.detail());
            return Optional.empty();
        }
    }

    private <T> Optional<Setting<T>> folded(Field<T> field, Expression<BigDecimal> expression, Place place) {
        try {
            return number(field, expression.value(EMPTY), place);
        } catch (ExpressionException e) {
            problems.add(place, "Invalid " + place.path() + ": " + e.detail());
            return Optional.empty();
        }
    }

    @SuppressWarnings("unchecked") // each kind is the kind of one type
    private <T> Optional<T> constant(Field<T> field, ConfigValue value) {
        Optional<?> found = Optional.empty();
        if (field.kind() instanceof Kind.Choice<?> choice) {
            String name = Values.text(value);
            found = choice.values().stream()
                    .filter(candidate ->
                            Values.isScalar(value) && candidate.toString().equals(name))
                    .findFirst();
        } else if (field.kind() instanceof Kind.Steps) {
            found = steps(value);
        } else if (field.kind() instanceof Kind.Checkpoints) {
            found = value instanceof ConfigObject object ? points(object) : every(value);
        }
        return ((Optional<T>) found).filter(field.kind()::admits);
    }

    private static Optional<List<Long>> steps(ConfigValue value) {
        if (!(value instanceof ConfigList list) || list.size() > MAX_SNAPSHOTS) {
            return Optional.empty();
        }
        List<Long> steps = new ArrayList<>();
        for (ConfigValue element : list) {
            Optional<Long> step = whole(element);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            steps.add(step.get());
        }
        return Optional.of(steps.stream().distinct().sorted().toList());
    }

    private static Optional<Schedule> every(ConfigValue value) {
        return whole(value).filter(interval -> interval >= 1).map(Schedule.Every::new);
    }

    private static Optional<Schedule> points(ConfigObject object) {
        ConfigValue points = object.get("points");
        ConfigValue spacing = object.get("spacing");
        if (points == null || object.size() > (spacing == null ? 1 : 2)) {
            return Optional.empty();
        }
        for (Schedule.Spacing known : Schedule.Spacing.values()) {
            if (spacing == null
                    ? known == Schedule.Spacing.LINEAR
                    : Values.text(spacing).equals(known.toString())) {
                return whole(points)
                        .filter(count -> count >= 2 && count <= Schedule.Points.MAX_POINTS)
                        .map(count -> new Schedule.Points(Math.toIntExact(count), known));
            }
        }
        return Optional.empty();
    }

    /** A literal whole number within the range of a long. */
    static Optional<Long> whole(ConfigValue value) {
        return Optional.of(value)
                .filter(Values::isScalar)
                .flatMap(scalar -> Numbers.parse(Values.text(scalar)))
                .filter(number -> number.abs().compareTo(MAX_LONG) <= 0 && Decimals.isWhole(number))
                .map(BigDecimal::longValue);
    }

    private static String suggestion(Field<?> field, ConfigValue value) {
        return field.kind() instanceof Kind.Choice<?> choice && Values.isScalar(value)
                ? Suggestion.nearest(
                                Values.text(value),
                                choice.values().stream().map(Object::toString).toList())
                        .map(name -> "; did you mean " + name + "?")
                        .orElse("")
                : "";
    }

    /** For expressions that read nothing. */
    private static final class EmptyScope implements Scope {
        @Override
        public BigDecimal number(int slot) {
            throw new IllegalStateException("Slot " + slot + " has no value here");
        }

        @Override
        public String word(int slot) {
            throw new IllegalStateException("Slot " + slot + " has no value here");
        }
    }
}
