package dev.polylog.trainer.run;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A value as a file writes it. */
public sealed interface Literal {

    /** A number, with every digit that was written. */
    record OfNumber(BigDecimal number) implements Literal {
        static OfNumber of(long number) {
            return new OfNumber(BigDecimal.valueOf(number));
        }
    }

    /** Anything else that is neither a list nor a map. */
    record OfText(String text) implements Literal {}

    /** Values in order. */
    record OfList(List<Literal> elements) implements Literal {
        public OfList {
            elements = List.copyOf(elements);
        }
    }

    /** Values by name; the order has no meaning. */
    record OfMap(Map<String, Literal> values) implements Literal {}
}
