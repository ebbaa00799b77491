package dev.polylog.trainer.expression;

import java.math.BigDecimal;
import java.util.List;

/** How the numbers of an expression are computed. */
enum Arithmetic {
    /** Decimal numbers of 34 digits, for the values of fields. */
    DECIMAL,
    /** Numbers of double precision, for functions of inputs. */
    REAL;

    List<MathFunction> functions() {
        return this == REAL
                ? MathFunction.ALL
                : MathFunction.ALL.stream().filter(MathFunction::isDecimal).toList();
    }

    /** A literal in the form that it is kept in: functions of inputs have one text for equal numbers. */
    BigDecimal literal(BigDecimal number) {
        return this == REAL ? new BigDecimal(Decimals.shown(number)) : number;
    }
}
