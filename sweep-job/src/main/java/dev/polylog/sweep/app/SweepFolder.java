package dev.polylog.sweep.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of sweep files. */
final class SweepFolder {
    /** How the name of a sweep file ends. */
    static final String ENDING = ".conf";

    private static final String HOME = "polylog.home";
    private static final String FOLDER = "conf";

    private SweepFolder() {}

    /** As short as can be typed: that of the working folder, if it is the one that Polylog lies in. */
    static Path ofPolylog() throws IOException {
        Path here = Path.of(FOLDER);
        String home = System.getProperty(HOME);
        if (home == null) {
            return here;
        }
        Path there = Path.of(home, FOLDER);
        return Files.isDirectory(here) && Files.isSameFile(here, there) ? here : there;
    }

    /** All sweep files in it and below, in order. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new Failure(ExitCode.BAD_INPUT, "No folder of sweep files: " + folder);
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        }
    }
}
