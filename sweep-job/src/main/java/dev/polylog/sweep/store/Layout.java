package dev.polylog.sweep.store;

import java.nio.file.Paths;
import java.util.Set;
import org.apache.hadoop.fs.Path;

/**
 * Where things are in a store.
 *
 * @param root the folder, with its scheme
 */
record Layout(Path root) {
    /** What the driver of a local store locks. */
    static final String LOCK = ".lock";

    private static final Set<String> HIDDEN =
            Set.of(".polylog", ".polylog.partial", ".owner", ".staging", ".set-aside", LOCK);

    /** A folder as a user names it: a Hadoop path; without scheme, a local one relative to the working directory. */
    static Layout of(String folder) {
        return new Layout(
                folder.matches("[A-Za-z][A-Za-z0-9+.-]+:/.*")
                        ? new Path(folder)
                        : new Path(
                                "file",
                                null,
                                Paths.get(folder).toAbsolutePath().normalize().toString()));
    }

    boolean isLocal() {
        return "file".equals(root.toUri().getScheme());
    }

    java.nio.file.Path localRoot() {
        return Paths.get(root.toUri().getPath());
    }

    Path folder(Table table) {
        return new Path(root, table.toString());
    }

    /** One line of text about the store: whose it is and how many drivers it has had. */
    Path label() {
        return new Path(root, ".polylog");
    }

    Path ownerFile() {
        return new Path(root, ".owner");
    }

    Path stagingRoot() {
        return new Path(root, ".staging");
    }

    Path setAsideRoot() {
        return new Path(root, ".set-aside");
    }

    /** Whether a name in the root is one of those above, or that of one of them half written, or of the lock. */
    static boolean isHidden(String name) {
        return HIDDEN.contains(name);
    }

    Path staging(int epoch) {
        return new Path(stagingRoot(), Integer.toString(epoch));
    }

    /** Where files that cannot be trusted are moved. */
    Path setAside(int epoch, Table table) {
        return new Path(new Path(setAsideRoot(), Integer.toString(epoch)), table.toString());
    }
}
