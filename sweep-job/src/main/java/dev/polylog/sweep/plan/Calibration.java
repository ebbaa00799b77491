package dev.polylog.sweep.plan;

import dev.polylog.trainer.cache.CacheFolder;
import dev.polylog.trainer.engine.Speeds;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** What {@code bench} has measured on this machine. Estimates of time use it; what is computed never does. */
public final class Calibration {
    private Calibration() {}

    /** The speeds of this machine, or those that engines were fitted on if none can be read. */
    public static Speeds ofThisMachine() {
        return Holder.SPEEDS;
    }

    private static final class Holder {
        private static final Speeds SPEEDS = read(file());
    }

    /** In the cache folder, because it can be made again. */
    public static Path file() {
        return CacheFolder.locate().resolve("calibration.conf");
    }

    static Speeds read(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
            return new Speeds(
                    number(properties, "product-flops"),
                    number(properties, "normal-seconds"),
                    number(properties, "lookup-seconds"));
        } catch (IOException | IllegalArgumentException e) {
            return Speeds.FROZEN;
        }
    }

    private static double number(Properties properties, String name) {
        return Double.parseDouble(properties.getProperty(name, ""));
    }

    /** Replaces the file as a whole, so that a reader never sees half of it. */
    public static void write(Speeds speeds, Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("Cannot write " + file + ", it has no folder");
        }
        Files.createDirectories(folder);
        Properties properties = new Properties();
        properties.setProperty("product-flops", Double.toString(speeds.productFlops()));
        properties.setProperty("normal-seconds", Double.toString(speeds.normalSeconds()));
        properties.setProperty("lookup-seconds", Double.toString(speeds.lookupSeconds()));
        Path partial = Files.createTempFile(folder, "calibration", ".partial");
        try (Writer out = Files.newBufferedWriter(partial)) {
            properties.store(out, "Measured by: polylog bench. Used for estimates of time only.");
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
