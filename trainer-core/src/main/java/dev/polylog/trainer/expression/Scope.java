package dev.polylog.trainer.expression;

import java.math.BigDecimal;

/** The values that an expression reads, by the slots of its variables. */
public interface Scope {

    BigDecimal number(int slot);

    String word(int slot);
}
