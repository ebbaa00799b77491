package dev.polylog.sweep.grid;

import dev.polylog.sweep.expression.Condition;
import dev.polylog.sweep.expression.Decimals;
import dev.polylog.sweep.expression.Expression;
import dev.polylog.sweep.expression.ExpressionException;
import dev.polylog.sweep.expression.Scope;
import dev.polylog.trainer.run.Canonical;
import dev.polylog.trainer.run.Field;
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
    public BigDecimal number(Field<?> field) {
        int slot = Slots.of(field);
        BigDecimal number = numbers[slot];
        if (number == null) {
            number = evaluate(settings[slot]);
            numbers[slot] = number;
        }
        return number;
    }

    @Override
    public String text(Field<?> field) {
        return settings[Slots.of(field)].toString();
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
        BigDecimal number = number(formula.field());
        try {
            return FieldNumber.value(formula.field(), number);
        } catch (IllegalArgumentException e) {
            Expression expression = formula.expression();
            String from = expression.source() + at(expression.fields());
            throw new InvalidCellException(
                    "Invalid " + formula.field() + ": " + e.getMessage() + " from " + from, expression);
        }
    }

    boolean isExcluded(List<Condition> exclusions) {
        for (Condition exclusion : exclusions) {
            try {
                if (exclusion.holds(this)) {
                    return true;
                }
            } catch (ExpressionException e) {
                throw failed(e, exclusion, exclusion.fields());
            } catch (InvalidCellException e) {
                throw e.in(exclusion);
            }
        }
        return false;
    }

    BigDecimal value(Expression expression) {
        try {
            return expression.value(this);
        } catch (ExpressionException e) {
            throw failed(e, expression, expression.fields());
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
            return FieldNumber.isNumeric(setting.field())
                            && !Canonical.text(null).equals(setting.toString())
                    ? Decimals.shown(number(setting.field()))
                    : setting.toString();
        } catch (InvalidCellException e) {
            return setting.toString();
        }
    }

    private InvalidCellException failed(ExpressionException cause, Object origin, Collection<Field<?>> fields) {
        return new InvalidCellException(cause.getMessage() + at(fields), origin);
    }
}
