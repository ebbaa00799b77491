package dev.polylog.trainer.cache;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The files of a native library. They come on the class path, and an operating system loads nothing but files.
 *
 * @param folder where they are extracted, in the cache
 */
public record NativeFiles(Path folder) {

    /**
     * Those of a library.
     *
     * @param library name and version, and all else that makes files differ, such as {@code openblas-0.3-linux-arm64}
     * @throws IOException if its folder cannot be made
     */
    public static NativeFiles of(String library) throws IOException {
        Path folder = CacheFolder.locate().resolve("natives").resolve(library);
        Files.createDirectories(folder);
        return new NativeFiles(folder);
    }

    /**
     * A file, extracted if it is not there. Concurrent processes may extract at once: each writes its own file and moves it into
     * place whole, so that nobody writes over what another has mapped.
     *
     * @param content what it holds
     */
    public Path extract(String name, URL content) throws IOException {
        Path target = folder.resolve(name);
        if (Files.exists(target)) {
            return target;
        }
        Path partial = Files.createTempFile(folder, name, ".partial");
        try (InputStream in = content.openStream()) {
            Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
            return Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            // On a full disk, a part would stay at every start.
            Files.deleteIfExists(partial);
        }
    }
}
