package dev.polylog.sweep.report;

import com.caoccao.javet.enums.JSRuntimeType;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.loader.IJavetLibLoadingListener;
import com.caoccao.javet.interop.loader.JavetLibLoader;
import dev.polylog.trainer.linalg.CacheFolder;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Extracts V8 into the cache folder.
 *
 * <p>Left to itself, the library would extract into the folder of temporary files and write over a file that another process
 * has mapped.
 */
final class V8Library {
    private V8Library() {}

    /**
     * Makes V8 ready to be loaded.
     *
     * @throws IOException if there is none for this system, or if it cannot be written
     */
    static void prepare() throws IOException {
        JavetLibLoader loader = new JavetLibLoader(JSRuntimeType.V8);
        try {
            Path folder = CacheFolder.locate().resolve("natives").resolve("javet-" + JavetLibLoader.LIB_VERSION);
            Files.createDirectories(folder);
            extract(loader.getResourceFileName(), folder.resolve(loader.getLibFileName()));
            JavetLibLoader.setLibLoadingListener(new Extracted(folder.toFile()));
        } catch (JavetException e) {
            throw new IOException("no V8 for this system: " + e.getMessage(), e);
        }
    }

    /** Concurrent processes may extract at once: each writes its own file and moves it into place whole. */
    private static void extract(String resource, Path target) throws IOException {
        if (Files.exists(target)) {
            return;
        }
        try (InputStream in = JavetLibLoader.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("this build has no V8 for this system (" + resource + ")");
            }
            Path partial = Files.createTempFile(
                    target.getParent(), target.getFileName().toString(), ".partial");
            Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private record Extracted(File folder) implements IJavetLibLoadingListener {
        @Override
        public File getLibPath(JSRuntimeType type) {
            return folder;
        }

        @Override
        public boolean isDeploy(JSRuntimeType type) {
            return false;
        }
    }
}
