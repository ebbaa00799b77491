package dev.polylog.sweep.store;

import java.nio.file.Paths;
import org.apache.hadoop.fs.Path;

/**
 * Where things are in a store.
 *
 * @param root the folder, with its scheme
 */
record Layout(Path root) {

    /** A folder as a user names it: a Hadoop path; without scheme, a local one relative to the working directory. */
    static Layout of(String folder) {
        Path path = new Path(folder);
        boolean hasScheme = path.toUri().getScheme() != null;
        return new Layout(
                hasScheme
                        ? path
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

    Path staging(int epoch) {
        return new Path(stagingRoot(), Integer.toString(epoch));
    }

    /** Where files that cannot be trusted are moved. */
    Path setAside(int epoch, Table table) {
        return new Path(new Path(root, ".set-aside/" + epoch), table.toString());
    }
}
