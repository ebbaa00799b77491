package dev.polylog.sweep.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is wrong while reading goes on. */
final class Problems {
    private static final int MAX_SHOWN = 80;

    private final List<Problem> found = new ArrayList<>();

    void add(SourcePosition position, String message) {
        Problem problem = position.problem(oneLine(message));
        if (!found.contains(problem)) {
            found.add(problem);
        }
    }

    /** Adds {@code Invalid path: value (expected ...)}. */
    void invalid(SourcePosition position, String value, String expected) {
        refused(position, value, "expected " + expected);
    }

    /** Adds {@code Invalid path: value (reason)}. */
    void refused(SourcePosition position, String value, String reason) {
        add(position, "Invalid " + position.path() + ": " + shown(value) + " (" + reason + ")");
    }

    int count() {
        return found.size();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw toException();
        }
    }

    InvalidSweepException toException() {
        found.sort(Comparator.comparing(Problem::file)
                .thenComparing(problem -> problem.line().orElse(0)));
        return new InvalidSweepException(found);
    }

    static String shown(String value) {
        return value.length() <= MAX_SHOWN ? value : value.substring(0, MAX_SHOWN - 3) + "...";
    }

    private static String oneLine(String message) {
        return message.replaceAll("\\p{Cntrl}+", " ");
    }
}
