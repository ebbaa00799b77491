package dev.polylog.trainer.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder for what can be made again: {@code $XDG_CACHE_HOME/polylog}, or {@code ~/.cache/polylog}. */
public final class CacheFolder {
    private CacheFolder() {}

    /** The folder, made if it was not there; one among the temporary files where that cannot be. */
    public static Path locate() {
        return locate(
                System.getenv("XDG_CACHE_HOME"),
                Path.of(System.getProperty("user.home")),
                Path.of(System.getProperty("java.io.tmpdir"), "polylog-" + System.getProperty("user.name")));
    }

    /**
     * The same for some surroundings.
     *
     * @param xdg value of the variable; a relative one does not count, as its specification says
     * @param otherwise where nothing can be written in the folder
     */
    static Path locate(@Nullable String xdg, Path home, Path otherwise) {
        Path base = xdg != null && Path.of(xdg).isAbsolute()
                ? Path.of(xdg)
                : home.resolve(".cache").toAbsolutePath();
        Path chosen = base.resolve("polylog");
        try {
            Files.createDirectories(chosen);
            if (Files.isWritable(chosen)) {
                return chosen;
            }
        } catch (IOException e) {
            // Some homes are read-only; what is cached is not worth a failure.
        }
        return otherwise;
    }
}
