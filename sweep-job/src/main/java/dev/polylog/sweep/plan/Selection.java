package dev.polylog.sweep.plan;

import dev.polylog.sweep.store.RunIndex;
import dev.polylog.trainer.run.Outcome;
import java.util.Optional;

/** Which of the runs that are not finished shall be trained. */
public sealed interface Selection {

    /** Whether the run shall be trained; what the store knows of it may be nothing. */
    boolean includes(String runId, Optional<RunIndex.Entry> known);

    /** Whatever is not finished, earlier failures included. */
    record Unfinished() implements Selection {
        @Override
        public boolean includes(String runId, Optional<RunIndex.Entry> known) {
            return known.isEmpty() || !known.get().isFinal();
        }
    }

    /** Runs that failed earlier. */
    record Failed() implements Selection {
        @Override
        public boolean includes(String runId, Optional<RunIndex.Entry> known) {
            return known.isPresent() && !known.get().isFinal();
        }
    }

    /** One run, unless it is finished. */
    record Single(String wanted) implements Selection {
        @Override
        public boolean includes(String runId, Optional<RunIndex.Entry> known) {
            return runId.equals(wanted) && (known.isEmpty() || !known.get().isFinal());
        }
    }

    /** Parses {@code failed} or a run id. */
    static Selection parse(String text) {
        if (text.equals(Outcome.Kind.FAILED.toString())) {
            return new Failed();
        }
        if (text.matches("[0-9a-f]{32}")) {
            return new Single(text);
        }
        throw new IllegalArgumentException(
                "Invalid --only: " + text + " (expected failed, or a run id of 32 hexadecimal digits)");
    }
}
