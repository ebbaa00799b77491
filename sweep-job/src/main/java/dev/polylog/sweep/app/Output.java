package dev.polylog.sweep.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Output that somebody relies on: a writer keeps its troubles to itself unless it is asked. */
final class Output {
    private static final Pipe STANDARD = new Pipe();

    private Output() {}

    /** Standard output, past {@code System.out}, which forgets what went wrong. */
    static PrintWriter standard() {
        return new PrintWriter(STANDARD, true, StandardCharsets.UTF_8);
    }

    /** Stops the command if not all that was printed has arrived; without a word if its reader has what it wanted. */
    static void check(PrintWriter out) {
        if (out.checkError()) {
            if (STANDARD.hasNoReader) {
                throw new Failure(ExitCode.NO_READER, "");
            }
            throw new Failure(ExitCode.STORE, "Cannot write all of the output (is the disk full?)");
        }
    }

    /** Remembers whether a write failed because nobody reads any more, as after {@code | head}. */
    private static final class Pipe extends FileOutputStream {
        private volatile boolean hasNoReader;

        Pipe() {
            super(FileDescriptor.out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            try {
                super.write(bytes, from, length);
            } catch (IOException e) {
                hasNoReader = String.valueOf(e.getMessage()).contains("Broken pipe");
                throw e;
            }
        }
    }
}
