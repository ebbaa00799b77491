package dev.polylog.trainer.expression;

import java.util.List;

/** The names that expressions may read. */
public interface Vocabulary {

    /** What one of them is, such as {@code field}. */
    String noun();

    /** All of them, in the order of their slots. */
    List<Variable> variables();

    /** What was expected in place of a name that is none of them; empty to suggest a similar one. */
    default String expected() {
        return "";
    }
}
