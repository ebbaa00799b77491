package dev.polylog.sweep.app;

import java.io.PrintWriter;

/** Output that somebody relies on: a writer keeps its troubles to itself unless it is asked. */
final class Output {
    private Output() {}

    /** Stops the command if not all that was printed has arrived. */
    static void check(PrintWriter out) {
        if (out.checkError()) {
            throw new Failure(
                    ExitCode.STORE, "Cannot write all of the output (is the disk full, or has its reader gone?)");
        }
    }
}
