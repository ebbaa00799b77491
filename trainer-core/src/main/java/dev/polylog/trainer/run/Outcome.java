package dev.polylog.trainer.run;

import java.util.Locale;

/** How a run ended. Every outcome but {@link Failed} is a function of the specification and is never retried. */
public sealed interface Outcome {

    /** What a person wants to know beyond the name; empty if nothing. */
    String detail();

    /** The name in the column {@code outcome}. */
    default String name() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** A stop target was met. */
    record Reached(String detail, long step, long samples) implements Outcome {}

    /** The budget or the patience ended first. */
    record Exhausted(String detail) implements Outcome {}

    /** A loss or a weight was not finite. */
    record Diverged(String detail, long step) implements Outcome {}

    /** No initialisation was acceptable. */
    record Rejected(String detail) implements Outcome {}

    /** Something went wrong that another attempt may not meet. */
    record Failed(String detail) implements Outcome {}

    /** The names of the outcomes that are never retried. */
    static boolean isFinal(String name) {
        return switch (name) {
            case "reached", "exhausted", "diverged", "rejected" -> true;
            default -> false;
        };
    }
}
