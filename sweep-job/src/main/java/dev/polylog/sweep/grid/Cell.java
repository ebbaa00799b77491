package dev.polylog.sweep.grid;

import dev.polylog.trainer.expression.Decimals;
import dev.polylog.trainer.expression.Expression;
import dev.polylog.trainer.expression.ExpressionException;
import dev.polylog.trainer.expression.Scope;
import dev.polylog.trainer.run.Canonical;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.InvalidValueException;
import dev.polylog.trainer.run.Literal;
import dev.polylog.trainer.run.Settings;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One cell while it is evaluated, by one thread. A formula is evaluated when it is first read, so that dependencies come in
 * order and an excluded cell needs nothing but what its exclusion reads.
 */
final class Cell implements Scope {
    private final Setting<?>[] settings;
    private final @Nullable BigDecimal[] numbers = new BigDecimal[Slots.COUNT];

    /** The settings of all fields, by slot. */
    Cell(Setting<?>[] settings) {
        this.settings = settings;
    }

    Setting<?> setting(int slot) {
        return settings[slot];
    }

    @Override
    public BigDecimal number(int slot) {
        BigDecimal number = numbers[slot];
        if (number == null) {
            number = evaluate(settings[slot]);
            numbers[slot] = number;
        }
        return number;
    }

    @Override
    public String word(int slot) {
        return settings[slot].toString();
    }

    /** Adds the value of a setting in this cell to the settings of a run. */
    <T> void apply(Setting<T> setting, Settings.Builder run) {
        if (setting instanceof Setting.Constant<T> constant) {
            run.set(constant.field(), constant.value());
        } else if (setting instanceof Setting.Formula<T> formula) {
            run.set(formula.field(), value(formula));
        }
    }

    private <T> T value(Setting.Formula<T> formula) {
        BigDecimal number = number(Slots.of(formula.field()));
        try {
            return formula.field().kind().read(new Literal.OfNumber(number));
        } catch (InvalidValueException e) {
            Expression<BigDecimal> expression = formula.expression();
            String from = expression.source() + at(formula.reads());
            throw new InvalidCellException(
                    "Invalid " + formula.field() + ": " + Decimals.shown(number) + " ("
                            + e.reason(formula.field().expected()) + ") from " + from,
                    expression);
        }
    }

    boolean isExcluded(List<Expression<Boolean>> exclusions) {
        for (Expression<Boolean> exclusion : exclusions) {
            if (value(exclusion)) {
                return true;
            }
        }
        return false;
    }

    <V> V value(Expression<V> expression) {
        try {
            return expression.value(this);
        } catch (ExpressionException e) {
            throw new InvalidCellException(e.getMessage() + at(FieldNames.readBy(expression)), expression);
        } catch (InvalidCellException e) {
            throw e.in(expression);
        }
    }

    /** {@code " where d = 64 and width = 8"}. */
    String at(Collection<Field<?>> fields) {
        return fields.isEmpty()
                ? ""
                : fields.stream()
                        .map(field -> field.column() + " = " + shown(settings[Slots.of(field)]))
                        .collect(Collectors.joining(" and ", " where ", ""));
    }

    private BigDecimal evaluate(Setting<?> setting) {
        if (setting instanceof Setting.Formula<?> formula) {
            return value(formula.expression());
        }
        BigDecimal number = ((Setting.Constant<?>) setting).number();
        if (number == null) {
            throw new InvalidCellException(
                    "Cannot read " + setting.field() + " in an expression, it has no value", null);
        }
        return number;
    }

    private String shown(Setting<?> setting) {
        try {
            return setting.field().isNumeric() && !Canonical.text(null).equals(setting.toString())
                    ? Decimals.shown(number(Slots.of(setting.field())))
                    : setting.toString();
        } catch (InvalidCellException e) {
            return setting.toString();
        }
    }
}
