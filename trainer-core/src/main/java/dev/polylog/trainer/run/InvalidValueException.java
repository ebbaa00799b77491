package dev.polylog.trainer.run;

import org.jspecify.annotations.Nullable;

/** A literal that is no value of a {@link Kind}. Whoever knows the field says what was expected. */
public final class InvalidValueException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String problem;
    private final @Nullable String suggestion;

    private InvalidValueException(@Nullable String problem, @Nullable String suggestion) {
        super(problem, null);
        this.problem = problem;
        this.suggestion = suggestion;
    }

    /** One that is not among the admitted values. */
    static InvalidValueException unexpected() {
        return new InvalidValueException(null, null);
    }

    /** One that looks like an admitted value. */
    static InvalidValueException misspelt(String suggestion) {
        return new InvalidValueException(null, suggestion);
    }

    /** One that could be admitted but for a problem. */
    static InvalidValueException because(String problem) {
        return new InvalidValueException(problem, null);
    }

    /** What is wrong, where {@code expected} are the admitted values in words. */
    public String reason(String expected) {
        if (problem != null) {
            return problem;
        }
        return "expected " + expected + (suggestion == null ? "" : "; did you mean " + suggestion + "?");
    }
}
