package dev.polylog.sweep.config;

import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.polylog.sweep.grid.FieldNames;
import dev.polylog.sweep.grid.Setting;
import dev.polylog.trainer.expression.Decimals;
import dev.polylog.trainer.expression.Expression;
import dev.polylog.trainer.expression.ExpressionException;
import dev.polylog.trainer.expression.Scope;
import dev.polylog.trainer.expression.Suggestion;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.InvalidValueException;
import dev.polylog.trainer.run.Kind;
import dev.polylog.trainer.run.Literal;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads the value of one field. */
final class SettingReader {
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
        if (field.isNumeric()) {
            return numeric(field, value, position);
        }
        try {
            return Optional.of(Setting.Constant.of(field, field.kind().read(Values.literal(value))));
        } catch (InvalidValueException e) {
            problems.refused(position, Values.text(value), e.reason(field.expected()));
            return Optional.empty();
        }
    }

    /** A literal number as a setting. */
    <T> Optional<Setting<T>> number(Field<T> field, BigDecimal number, SourcePosition position) {
        try {
            return Optional.of(Setting.Constant.of(field, field.kind().read(new Literal.OfNumber(number))));
        } catch (InvalidValueException e) {
            problems.refused(position, Decimals.shown(number), e.reason(field.expected()));
            return Optional.empty();
        }
    }

    private <T> Optional<Setting<T>> numeric(Field<T> field, ConfigValue value, SourcePosition position) {
        if (field.equals(Fields.BATCH_SIZE) && Values.text(value).equals(FULL)) {
            return expression(Fields.DATASET_SIZE.column(), position).map(size -> new Setting.Formula<>(field, size));
        }
        boolean readable = value.valueType() == ConfigValueType.NUMBER || value.valueType() == ConfigValueType.STRING;
        String text = Values.text(value);
        if (field.kind().words().contains(text)) {
            return Optional.of(Setting.Constant.of(field, field.kind().read(new Literal.OfText(text))));
        }
        if (!readable || text.isEmpty() || Numbers.looksLikeNumber(text)) {
            Optional<BigDecimal> number = readable ? Numbers.parse(text) : Optional.empty();
            if (number.isEmpty()) {
                String expected = Numbers.isOutOfRange(text) ? Kind.Real.SIZES : field.expected();
                problems.invalid(position, text.isEmpty() ? "an empty text" : text, expected);
            }
            return number.flatMap(found -> number(field, found, position));
        }
        return expressionOf(field, text, position)
                .flatMap(expression -> expression.variables().isEmpty()
                        ? folded(field, expression, position)
                        : Optional.of(new Setting.Formula<>(field, expression)));
    }

    private <T> Optional<Expression<BigDecimal>> expressionOf(Field<T> field, String text, SourcePosition position) {
        try {
            return Optional.of(remembered(text, position));
        } catch (ExpressionException e) {
            String reason = Suggestion.nearest(text, field.kind().words())
                    .map(word -> "did you mean " + word + "?")
                    .orElseGet(e::reason);
            problems.refused(position, text, reason + "; expected " + field.expected() + ", or an expression");
            return Optional.empty();
        }
    }

    private Expression<BigDecimal> remembered(String text, SourcePosition position) {
        Expression<BigDecimal> expression = FieldNames.number(text);
        positions.remember(expression, position);
        return expression;
    }

    /** An expression; nothing, and a problem, if it cannot be parsed. */
    Optional<Expression<BigDecimal>> expression(String text, SourcePosition position) {
        try {
            return Optional.of(remembered(text, position));
        } catch (ExpressionException e) {
            problems.add(position, "Invalid " + position.path() + ": " + e.detail());
            return Optional.empty();
        }
    }

    private <T> Optional<Setting<T>> folded(
            Field<T> field, Expression<BigDecimal> expression, SourcePosition position) {
        try {
            return number(field, expression.value(EMPTY), position);
        } catch (ExpressionException e) {
            problems.add(position, "Invalid " + position.path() + ": " + e.detail());
            return Optional.empty();
        }
    }

    /** A number, or an expression that reads nothing; nothing, and a problem, if it is neither. */
    Optional<BigDecimal> constant(ConfigValue value, SourcePosition position) {
        String text = Values.text(value);
        if (!Values.isScalar(value) || text.isEmpty() || Numbers.looksLikeNumber(text)) {
            Optional<BigDecimal> number = Values.isScalar(value) ? Numbers.parse(text) : Optional.empty();
            if (number.isEmpty()) {
                problems.invalid(position, text, "a number");
            }
            return number;
        }
        return expression(text, position).flatMap(expression -> {
            if (!expression.variables().isEmpty()) {
                problems.invalid(position, text, "a number, or an expression that reads no field");
                return Optional.empty();
            }
            try {
                return Optional.of(expression.value(EMPTY));
            } catch (ExpressionException e) {
                problems.add(position, "Invalid " + position.path() + ": " + e.detail());
                return Optional.empty();
            }
        });
    }

    /** A literal whole number within the range of a long. */
    static Optional<Long> whole(ConfigValue value) {
        return Optional.of(value)
                .filter(Values::isScalar)
                .flatMap(scalar -> Numbers.parse(Values.text(scalar)))
                .filter(Decimals::isLong)
                .map(BigDecimal::longValue);
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
