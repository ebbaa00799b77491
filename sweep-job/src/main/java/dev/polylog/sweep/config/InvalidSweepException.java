package dev.polylog.sweep.config;

import java.util.List;
import java.util.stream.Collectors;

/** A sweep file that cannot be used, with all its problems. */
public final class InvalidSweepException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidSweepException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** In the order in which they were found; the message has one line for each. */
    public List<Problem> problems() {
        return problems;
    }
}
