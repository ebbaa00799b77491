package dev.polylog.sweep.app;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.function.IntFunction;

/** The last line of a terminal, written again with each word. It never reaches the last column, where terminals wrap. */
final class RewrittenLine {
    /** Often enough for a window that somebody is pulling at. */
    private static final Duration MEASURE_INTERVAL = Duration.ofSeconds(1);

    private static final String ERASE_REST = "\u001b[K";

    private final PrintWriter out;
    private int columns;
    private long measured;

    RewrittenLine(PrintWriter out) {
        this.out = out;
    }

    /** @param text that fits into a number of columns */
    void show(IntFunction<String> text) {
        out.print("\r" + text.apply(columns() - 1) + ERASE_REST);
        out.flush();
    }

    void erase() {
        out.print("\r" + ERASE_REST);
        out.flush();
    }

    /** What comes next begins on a line of its own. */
    void leave() {
        out.println();
    }

    private int columns() {
        long now = System.nanoTime();
        if (columns == 0 || now - measured >= MEASURE_INTERVAL.toNanos()) {
            columns = Terminal.columns();
            measured = now;
        }
        return columns;
    }
}
