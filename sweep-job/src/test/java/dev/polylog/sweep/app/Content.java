package dev.polylog.sweep.app;

import dev.polylog.sweep.store.PackFiles;
import dev.polylog.sweep.store.RunStore;
import dev.polylog.sweep.store.Table;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.Type;

/** The published rows of a store as texts in a fixed order, doubles by their bits, without the columns that tell time. */
final class Content {
    private static final Set<String> TIMING = Set.of("started_at", "wall_seconds", "cpu_seconds");

    private Content() {}

    static List<String> of(java.nio.file.Path store) {
        List<String> all = new ArrayList<>();
        for (Table table : Table.values()) {
            of(store, table).forEach(row -> all.add(table + " " + row));
        }
        return all;
    }

    static List<String> of(java.nio.file.Path store, Table table) {
        try {
            List<String> rows = new ArrayList<>();
            for (PackFiles pack : RunStore.existing(store.toString()).packs()) {
                Optional<Path> file = pack.file(table);
                if (file.isPresent()) {
                    read(file.get(), rows);
                }
            }
            Collections.sort(rows);
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Path file, List<String> rows) throws IOException {
        try (ParquetReader<Group> reader =
                ParquetReader.builder(new GroupReadSupport(), file).build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                rows.add(text(row));
            }
        }
    }

    private static String text(Group row) {
        StringBuilder text = new StringBuilder();
        for (Type field : row.getType().getFields()) {
            if (!TIMING.contains(field.getName())) {
                text.append(field.getName())
                        .append('=')
                        .append(value(row, field))
                        .append(' ');
            }
        }
        return text.toString();
    }

    private static String value(Group row, Type field) {
        if (row.getFieldRepetitionCount(field.getName()) == 0) {
            return "null";
        }
        return switch (field.asPrimitiveType().getPrimitiveTypeName()) {
            case DOUBLE -> Long.toHexString(Double.doubleToRawLongBits(row.getDouble(field.getName(), 0)));
            default -> row.getValueToString(row.getType().getFieldIndex(field.getName()), 0);
        };
    }
}
