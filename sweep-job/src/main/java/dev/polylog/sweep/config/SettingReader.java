package dev.polylog.sweep.config;

import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import dev.polylog.sweep.grid.FieldNames;
import dev.polylog.sweep.grid.Setting;
import dev.polylog.trainer.expression.Decimals;
import dev.polylog.trainer.expression.Expression;
import dev.polylog.trainer.expression.ExpressionException;
import dev.polylog.trainer.expression.Scope;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.InvalidValueException;
import dev.polylog.trainer.run.Literal;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads the value of one field. */
final class SettingReader {
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
        if (field.isNumeric()) {
            return numeric(field, value, place);
        }
        try {
            return Optional.of(Setting.Constant.of(field, field.kind().read(Values.literal(value))));
        } catch (InvalidValueException e) {
            problems.refused(place, Values.text(value), e.reason(field.expected()));
            return Optional.empty();
        }
    }

    /** A literal number as a setting. */
    <T> Optional<Setting<T>> number(Field<T> field, BigDecimal number, Place place) {
        try {
            return Optional.of(Setting.Constant.of(field, field.kind().read(new Literal.OfNumber(number))));
        } catch (InvalidValueException e) {
            problems.refused(place, Decimals.shown(number), e.reason(field.expected()));
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
