package dev.polylog.sweep.store;

import dev.polylog.sweep.format.Csv;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is derived from the runs of a store and may be made anew at any time, beside its tables. Each file replaces an older one
 * of its name at once: readers see the old one or the new one. No lock is needed, of two writers the later wins.
 */
public final class ResultFiles {
    /** The page, which is written last. */
    public static final String PAGE = "report.html";

    /** Of the tables, relative to the store. */
    public static final String FOLDER = "analysis";

    private final StoreFiles files;
    private final Path root;
    private final Map<String, String> metadata;

    private ResultFiles(StoreFiles files, Path root, Map<String, String> metadata) {
        this.files = files;
        this.root = root;
        this.metadata = metadata;
    }

    /**
     * Those in a folder, which may be a store.
     *
     * @param sweep name of the sweep
     * @param configuration canonical text of the sweep
     * @param version of Polylog
     */
    public static ResultFiles of(String folder, String sweep, String configuration, String version) throws IOException {
        RunStore place = RunStore.at(folder);
        return new ResultFiles(place.files(), place.layout().root(), Footer.metadata(sweep, configuration, version));
    }

    /**
     * Whether the page and the tables of a store are those of this sweep, and no run was published after the page.
     *
     * @param tables that there have to be
     * @param configuration canonical text of the sweep
     */
    public static boolean areCurrent(RunStore store, List<Schema<?>> tables, String configuration) throws IOException {
        StoreFiles files = store.files();
        Path page = new Path(store.layout().root(), PAGE);
        if (!files.exists(page)) {
            return false;
        }
        for (Schema<?> table : tables) {
            if (!isOf(files, parquet(store.layout().root(), table), table, configuration)) {
                return false;
            }
        }
        long written = files.status(page).getModificationTime();
        for (PackFiles pack : store.packs()) {
            if (files.status(pack.runs()).getModificationTime() > written) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOf(StoreFiles files, Path file, Schema<?> table, String configuration) throws IOException {
        if (!files.exists(file)) {
            return false;
        }
        try {
            Footer footer = Footer.read(files, file, table.name());
            return configuration.equals(footer.metadata().get(Footer.CONFIGURATION));
        } catch (IOException e) {
            return false;
        }
    }

    private static Path parquet(Path root, Schema<?> table) {
        return new Path(root, FOLDER + "/" + table.name() + ".parquet");
    }

    /** Name of the file of a table for those who read CSV, with slashes, relative to the store. */
    public static String csv(Schema<?> table) {
        return FOLDER + "/" + table.name() + ".csv";
    }

    /**
     * Writes a file.
     *
     * @param name with slashes, relative to the store
     */
    public void write(String name, byte[] content) throws IOException {
        replace(new Path(root, name), partial -> {
            try (OutputStream out = files.create(partial)) {
                out.write(content);
            }
        });
    }

    /** Writes a table twice, {@code analysis/NAME.parquet} and {@code analysis/NAME.csv}. */
    public <R> void write(ResultTable<R> table) throws IOException {
        Schema<R> schema = table.schema();
        replace(parquet(root, schema), partial -> {
            TableWriter<R> writer = new TableWriter<>(files, schema, partial, metadata);
            for (R row : table.rows()) {
                writer.write(row);
            }
            writer.close();
        });
        replace(new Path(root, csv(schema)), partial -> {
            try (Writer out = new OutputStreamWriter(files.create(partial), StandardCharsets.UTF_8)) {
                List<Column<R>> columns = schema.columns();
                out.write(Csv.line(columns.stream().map(Column::name).toList()) + "\n");
                for (R row : table.rows()) {
                    out.write(Csv.line(columns.stream()
                                    .map(column -> text(column.of(row)))
                                    .toList())
                            + "\n");
                }
            }
        });
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private void replace(Path file, StoreFiles.Content content) throws IOException {
        files.makeFolder(file.getParent());
        files.replace(file, content);
    }
}
