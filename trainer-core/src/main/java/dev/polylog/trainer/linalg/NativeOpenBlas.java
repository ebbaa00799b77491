package dev.polylog.trainer.linalg;

import dev.polylog.trainer.cache.NativeFiles;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Extracts the OpenBLAS of this platform from the class path into the user's cache folder and points netlib at it.
 *
 * <p>The libraries it needs are loaded first, in order, because minimal images do not carry a Fortran runtime.
 */
final class NativeOpenBlas {
    private static final String VERSION = "0.3.31-1.5.13";

    private record Libraries(List<String> loadFirst, String openBlas) {}

    private static final Map<String, Libraries> PLATFORMS = Map.of(
            "linux-x86_64", new Libraries(List.of("libquadmath.so.0", "libgfortran.so.5"), "libopenblas.so.0"),
            "linux-arm64", new Libraries(List.of("libgfortran.so.5"), "libopenblas.so.0"),
            "macosx-arm64",
                    new Libraries(
                            List.of("libgcc_s.1.1.dylib", "libquadmath.0.dylib", "libgfortran.5.dylib"),
                            "libopenblas.0.dylib"));

    private NativeOpenBlas() {}

    /**
     * Makes the native library ready for netlib.
     *
     * @return why this is not possible, or null if it is ready
     */
    static @Nullable String prepare() {
        String platform = platform();
        Libraries libraries = PLATFORMS.get(platform);
        if (libraries == null) {
            return "no native OpenBLAS for " + platform;
        }
        try {
            NativeFiles files = NativeFiles.of("openblas-" + VERSION + "-" + platform);
            for (String library : libraries.loadFirst()) {
                System.load(extract(files, platform, library));
            }
            String openBlas = extract(files, platform, libraries.openBlas());
            System.setProperty("dev.ludovic.netlib.blas.nativeLibPath", openBlas);
            System.setProperty("dev.ludovic.netlib.lapack.nativeLibPath", openBlas);
            return null;
        } catch (IOException | UnsatisfiedLinkError e) {
            return "cannot load native OpenBLAS: " + e.getMessage();
        }
    }

    static String describe() {
        return "OpenBLAS " + VERSION;
    }

    private static String platform() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String family = os.startsWith("mac") ? "macosx" : os.startsWith("linux") ? "linux" : os.replace(" ", "");
        String arch = System.getProperty("os.arch");
        return family + "-"
                + switch (arch) {
                    case "amd64", "x86_64" -> "x86_64";
                    case "aarch64", "arm64" -> "arm64";
                    default -> arch;
                };
    }

    private static String extract(NativeFiles files, String platform, String library) throws IOException {
        String resource = "org/bytedeco/openblas/" + platform + "/" + library;
        URL content = NativeOpenBlas.class.getClassLoader().getResource(resource);
        if (content == null) {
            throw new IOException(resource + " is not on the class path");
        }
        return files.extract(library, content).toString();
    }
}
