package dev.polylog.sweep.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Output that somebody relies on: a writer keeps its troubles to itself unless it is asked. */
final class Output {
    private Output() {}

    /** Standard output, past {@code System.out}, which forgets what went wrong. */
    static PrintWriter standard() {
        return new PrintWriter(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    /** Stops the command if not all that was printed has arrived. */
    static void check(PrintWriter out) {
        if (out.checkError()) {
            throw new Failure(
                    ExitCode.STORE, "Cannot write all of the output (is the disk full, or has its reader gone?)");
        }
    }
}
