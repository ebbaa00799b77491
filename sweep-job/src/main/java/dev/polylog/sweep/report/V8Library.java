package dev.polylog.sweep.report;

import com.caoccao.javet.enums.JSRuntimeType;
import com.caoccao.javet.exceptions.JavetException;
import com.caoccao.javet.interop.loader.IJavetLibLoadingListener;
import com.caoccao.javet.interop.loader.JavetLibLoader;
import dev.polylog.trainer.cache.NativeFiles;
import java.io.File;
import java.io.IOException;
import java.net.URL;

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
            URL content = JavetLibLoader.class.getResource(loader.getResourceFileName());
            if (content == null) {
                throw new IOException("this build has no V8 for this system (" + loader.getResourceFileName() + ")");
            }
            NativeFiles files = NativeFiles.of("javet-" + JavetLibLoader.LIB_VERSION);
            files.extract(loader.getLibFileName(), content);
            JavetLibLoader.setLibLoadingListener(new Extracted(files.folder().toFile()));
        } catch (JavetException e) {
            throw new IOException("no V8 for this system: " + e.getMessage(), e);
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
