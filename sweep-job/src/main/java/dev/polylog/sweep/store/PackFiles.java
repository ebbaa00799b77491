package dev.polylog.sweep.store;

import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.Path;

/**
 * The files of one published part of a pack.
 *
 * @param runs the file that makes the others count
 * @param runCount rows of that file
 * @param data the other files that it names
 */
public record PackFiles(PackName name, Path runs, long runCount, Map<Table, Path> data) {
    public PackFiles {
        data = Map.copyOf(data);
    }

    public Optional<Path> file(Table table) {
        return table == Table.RUNS ? Optional.of(runs) : Optional.ofNullable(data.get(table));
    }
}
