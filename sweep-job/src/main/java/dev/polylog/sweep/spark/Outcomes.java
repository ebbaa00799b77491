package dev.polylog.sweep.spark;

import dev.polylog.trainer.run.Outcome;
import java.util.Arrays;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Conditions of queries on the column {@code outcome}. */
final class Outcomes {
    private Outcomes() {}

    /** That the outcome is such a one; there has to be one. */
    static String are(Predicate<Outcome.Kind> which) {
        return Arrays.stream(Outcome.Kind.values())
                .filter(which)
                .map(kind -> "'" + kind + "'")
                .collect(Collectors.joining(", ", "outcome in (", ")"));
    }
}
