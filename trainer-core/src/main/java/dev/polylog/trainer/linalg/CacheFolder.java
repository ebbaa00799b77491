package dev.polylog.trainer.linalg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder for what can be made again: {@code $XDG_CACHE_HOME/polylog}, or {@code ~/.cache/polylog}. */
public final class CacheFolder {
    private CacheFolder() {}

    /** The folder, made if it was not there; one among the temporary files where that cannot be. */
    public static Path locate() {
        Path chosen = base().resolve("polylog");
        try {
            Files.createDirectories(chosen);
            if (Files.isWritable(chosen)) {
                return chosen;
            }
        } catch (IOException e) {
            // Some homes are read-only; what is cached is not worth a failure.
        }
        return Path.of(System.getProperty("java.io.tmpdir"), "polylog-" + System.getProperty("user.name"));
    }

    /** Relative values do not count, as the specification of that variable says. */
    private static Path base() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        return xdg != null && Path.of(xdg).isAbsolute()
                ? Path.of(xdg)
                : Path.of(System.getProperty("user.home"), ".cache").toAbsolutePath();
    }
}
