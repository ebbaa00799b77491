package dev.polylog.sweep.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where the files of a report go. */
@FunctionalInterface
public interface FileSink {
    /**
     * Writes a file, over an older one of its name.
     *
     * @param name with slashes, relative to the folder of the report, such as {@code figures/residuals.svg}
     */
    void write(String name, byte[] content) throws IOException;

    /** A local folder, made if it is not there. Readers see an old file or a new one, never half of one. */
    static FileSink folder(Path folder) {
        return (name, content) -> {
            Path target = folder.resolve(name);
            Files.createDirectories(target.getParent());
            // Not a temporary file in the sense of the library: those nobody else may read.
            Path partial = target.resolveSibling("." + target.getFileName() + ".partial");
            Files.write(partial, content);
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        };
    }
}
