package dev.polylog.sweep.app;

import dev.polylog.sweep.format.Units;
import java.io.PrintWriter;

/** The last line of a command that takes long, by which one sees that there is nothing more to come. */
final class Ending {
    private Ending() {}

    /** @param start by {@link System#nanoTime()} */
    static void print(int exitCode, long start, PrintWriter out) {
        String time = Units.duration((System.nanoTime() - start) * 1e-9);
        out.println(
                switch (exitCode) {
                    case ExitCode.DONE -> "Done in " + time + ".";
                    case ExitCode.BAD_RUNS -> "Done in " + time + ", with failed or diverged runs.";
                    default -> "Stopped after " + time + ".";
                });
        out.flush();
    }
}
