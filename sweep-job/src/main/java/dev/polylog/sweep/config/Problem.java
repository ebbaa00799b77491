package dev.polylog.sweep.config;

import java.util.OptionalInt;

/**
 * One thing that is wrong with a sweep file.
 *
 * @param file as the user named it, or {@code --set}
 * @param line from 1, if it is known
 * @param path the key, such as {@code run.width}; empty if it is about the file as a whole
 * @param message what is wrong, with the value and what was expected
 */
public record Problem(String file, OptionalInt line, String path, String message) {

    @Override
    public String toString() {
        return line.isPresent() ? file + ":" + line.getAsInt() + ": " + message : file + ": " + message;
    }
}
