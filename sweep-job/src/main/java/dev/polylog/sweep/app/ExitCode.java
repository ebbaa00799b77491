package dev.polylog.sweep.app;

/** What the process tells its caller. */
final class ExitCode {
    /** Done, also with exhausted or rejected runs. */
    static final int DONE = 0;
    /** The plan holds a failed or diverged run. */
    static final int BAD_RUNS = 1;
    /** The input cannot be used; nothing was written. */
    static final int BAD_INPUT = 2;
    /** The store is damaged, locked, or could not be written to. */
    static final int STORE = 3;
    /** Stopped before the end. */
    static final int INTERRUPTED = 130;

    /** As of a program that its system ends because nobody reads what it writes. */
    static final int NO_READER = 141;

    private ExitCode() {}
}
