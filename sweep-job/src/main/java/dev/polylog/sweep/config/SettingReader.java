package dev.polylog.sweep.config;

import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.polylog.sweep.expression.Decimals;
import dev.polylog.sweep.expression.Expression;
import dev.polylog.sweep.expression.ExpressionException;
import dev.polylog.sweep.expression.Scope;
import dev.polylog.sweep.expression.Suggestion;
import dev.polylog.sweep.grid.FieldNumber;
import dev.polylog.sweep.grid.Setting;
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
    private final SourcePositions positions;

    SettingReader(Problems problems, SourcePositions positions) {
        this.problems = problems;
        this.positions = positions;
    }

    /** The setting; nothing, and a problem, if the value is not valid. */
    <T> Optional<Setting<T>> read(Field<T> field, ConfigValue value, SourcePosition position) {
        if (field.isOptional() && Values.isNone(value)) {
            return Optional.of(Setting.Constant.of(field, null));
        }
        if (FieldNumber.isNumeric(field)) {
            return numeric(field, value, position);
        }
        Optional<T> constant = constant(field, value);
        if (constant.isEmpty()) {
            problems.invalid(position, Values.text(value), field.expected() + suggestion(field, value));
        }
        return constant.map(found -> Setting.Constant.of(field, found));
    }

    /** A literal number as a setting. */
    <T> Optional<Setting<T>> number(Field<T> field, BigDecimal number, SourcePosition position) {
        try {
            return Optional.of(Setting.Constant.of(field, FieldNumber.value(field, number)));
        } catch (IllegalArgumentException e) {
            problems.add(position, "Invalid " + position.path() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private <T> Optional<Setting<T>> numeric(Field<T> field, ConfigValue value, SourcePosition position) {
        if (field.equals(Fields.BATCH_SIZE) && Values.text(value).equals(FULL)) {
            return expression(Fields.DATASET_SIZE.column(), position).map(size -> new Setting.Formula<>(field, size));
        }
        boolean readable = value.valueType() == ConfigValueType.NUMBER || value.valueType() == ConfigValueType.STRING;
        String text = Values.text(value);
        if (!readable || text.isEmpty() || Numbers.looksLikeNumber(text)) {
            Optional<BigDecimal> number = readable ? Numbers.parse(text) : Optional.empty();
            if (number.isEmpty()) {
                problems.invalid(position, text.isEmpty() ? "an empty text" : text, field.expected());
            }
            return number.flatMap(found -> number(field, found, position));
        }
        return expression(text, position)
                .flatMap(expression -> expression.fields().isEmpty()
                        ? folded(field, expression, position)
                        : Optional.of(new Setting.Formula<>(field, expression)));
    }

    /** An expression; nothing, and a problem, if it cannot be parsed. */
    Optional<Expression> expression(String text, SourcePosition position) {
        try {
            Expression expression = Expression.parse(text);
            positions.remember(expression, position);
            return Optional.of(expression);
        } catch (ExpressionException e) {
            problems.add(position, "Invalid " + position.path() + ": " + reason(e));
            return Optional.empty();
        }
    }

    private <T> Optional<Setting<T>> folded(Field<T> field, Expression expression, SourcePosition position) {
        try {
            return number(field, expression.value(EMPTY), position);
        } catch (ExpressionException e) {
            problems.add(position, "Invalid " + position.path() + ": " + reason(e));
            return Optional.empty();
        }
    }

    /** The expression and what is wrong with it, to follow the key. */
    static String reason(ExpressionException e) {
        String message = String.valueOf(e.getMessage());
        return message.replaceFirst("^Invalid expression: ", "").replaceFirst("^Cannot", "cannot");
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
                ? Suggestion.of(
                                Values.text(value),
                                choice.values().stream().map(Object::toString).toList())
                        .replace(" (", "; ")
                        .replace("?)", "?")
                : "";
    }

    /** For expressions that read nothing. */
    private static final class EmptyScope implements Scope {
        @Override
        public BigDecimal number(Field<?> field) {
            throw new IllegalArgumentException("Field " + field + " has no value here");
        }

        @Override
        public String text(Field<?> field) {
            throw new IllegalArgumentException("Field " + field + " has no value here");
        }
    }
}
