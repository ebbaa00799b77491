package dev.polylog.sweep.app;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * What standard output is: a terminal on which a line can be written again, or something that keeps every character.
 *
 * <p>Only the launcher can tell, and says so with {@code polylog.terminal}: Java hides what its descriptors are. The width is
 * asked of the terminal itself, by {@code stty}, and of {@code COLUMNS} where there is no answer.
 */
final class Terminal {
    /** Wide enough for every table of a small sweep, and what terminals have had since there were terminals. */
    private static final int USUAL_COLUMNS = 80;

    private static final File DEVICE = new File("/dev/tty");
    private static final long PATIENCE_MILLIS = 500;

    private Terminal() {}

    /** Whether standard output is a terminal that knows the codes for writing a line again. */
    static boolean isThere() {
        return Boolean.getBoolean("polylog.terminal");
    }

    /** Columns of the terminal now, or those that {@code COLUMNS} promises, or 80. Takes some milliseconds. */
    static int columns() {
        OptionalInt asked = isThere() ? measured() : OptionalInt.empty();
        return asked.orElseGet(() -> promised().orElse(USUAL_COLUMNS));
    }

    /** Columns that output has to fit; none if it goes where lines may have any length and nobody said otherwise. */
    static OptionalInt limit() {
        return isThere() ? OptionalInt.of(columns()) : promised();
    }

    private static OptionalInt measured() {
        try {
            Process process = new ProcessBuilder("stty", "size")
                    .redirectInput(DEVICE)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                return OptionalInt.empty();
            }
            return columnsOf(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return OptionalInt.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    /** Of an answer such as {@code 24 80}; a terminal that does not know says 0. */
    static OptionalInt columnsOf(String answer) {
        String[] size = answer.strip().split(" ", -1);
        return size.length == 2 ? positive(size[1]) : OptionalInt.empty();
    }

    private static OptionalInt promised() {
        return Optional.ofNullable(System.getenv("COLUMNS"))
                .map(Terminal::positive)
                .orElse(OptionalInt.empty());
    }

    private static OptionalInt positive(String text) {
        return text.matches("[1-9][0-9]{0,4}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
