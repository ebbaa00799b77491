package dev.polylog.sweep.expression;

import dev.polylog.trainer.run.Field;
import java.math.BigDecimal;

/** The values that an expression reads. */
public interface Scope {

    /** The value of a numeric field. */
    BigDecimal number(Field<?> field);

    /** The name of a choice. */
    String text(Field<?> field);
}
