package dev.polylog.sweep.plan;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/**
 * What {@code bench} has measured on this machine. Estimates of time use it; what is computed never does.
 *
 * @param productFlops floating-point operations a second of large matrix products
 * @param normalSeconds seconds of one normal number
 * @param lookupSeconds seconds of a bitpacked step for each sample, dimension and neuron
 */
public record Calibration(double productFlops, double normalSeconds, double lookupSeconds) {
    /** A current x86-64 core with native BLAS and the Vector API. */
    static final Calibration TYPICAL = new Calibration(80e9, 0.6e-9, 0.013e-9);

    public Calibration {
        check("product-flops", productFlops, 1e8, 1e14);
        check("normal-seconds", normalSeconds, 1e-12, 1e-6);
        check("lookup-seconds", lookupSeconds, 1e-14, 1e-8);
    }

    private static void check(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(
                    "Invalid " + name + ": " + value + " (expected " + least + " to " + most + ")");
        }
    }

    /** That of this machine, or the typical one if there is none that can be read. */
    public static Calibration ofThisMachine() {
        return Holder.CALIBRATION;
    }

    private static final class Holder {
        private static final Calibration CALIBRATION = read(file());
    }

    /** In the cache folder, because it can be made again. */
    public static Path file() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path root = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(xdg);
        return root.resolve("polylog").resolve("calibration.conf");
    }

    static Calibration read(Path file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
            return new Calibration(
                    number(properties, "product-flops"),
                    number(properties, "normal-seconds"),
                    number(properties, "lookup-seconds"));
        } catch (IOException | IllegalArgumentException e) {
            return TYPICAL;
        }
    }

    private static double number(Properties properties, String name) {
        return Double.parseDouble(properties.getProperty(name, ""));
    }

    /** Replaces the file as a whole, so that a reader never sees half of it. */
    public void write(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException("Cannot write " + file + ", it has no folder");
        }
        Files.createDirectories(folder);
        Properties properties = new Properties();
        properties.setProperty("product-flops", Double.toString(productFlops));
        properties.setProperty("normal-seconds", Double.toString(normalSeconds));
        properties.setProperty("lookup-seconds", Double.toString(lookupSeconds));
        Path partial = Files.createTempFile(folder, "calibration", ".partial");
        try (Writer out = Files.newBufferedWriter(partial)) {
            properties.store(out, "Measured by: polylog bench. Used for estimates of time only.");
        }
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
