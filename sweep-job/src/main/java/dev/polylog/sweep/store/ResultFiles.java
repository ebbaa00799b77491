package dev.polylog.sweep.store;

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

    private static final String FOLDER = "analysis";

    private final StoreFiles files;
    private final Path root;
    private final Map<String, String> metadata;

    private ResultFiles(StoreFiles files, Path root, Map<String, String> metadata) {
        this.files = files;
        this.root = root;
        this.metadata = metadata;
    }

    /**
     * Those of a store.
     *
     * @param sweep name of the sweep
     * @param configuration canonical text of the sweep
     * @param version of Polylog
     */
    public static ResultFiles of(RunStore store, String sweep, String configuration, String version) {
        return new ResultFiles(store.files(), store.layout().root(), Footer.metadata(sweep, configuration, version));
    }

    /**
     * Whether the page of a store is that of this sweep, and no run was published after it.
     *
     * @param configuration canonical text of the sweep
     */
    public static boolean areCurrent(RunStore store, String configuration) throws IOException {
        StoreFiles files = store.files();
        Path page = new Path(store.layout().root(), PAGE);
        Path cells = new Path(store.layout().root(), FOLDER + "/" + ResultTable.CELLS + ".parquet");
        if (!files.exists(page) || !files.exists(cells)) {
            return false;
        }
        try {
            String made = Footer.read(files, cells, ResultTable.CELLS.toString())
                    .metadata()
                    .get(Footer.CONFIGURATION);
            if (!configuration.equals(made)) {
                return false;
            }
        } catch (IOException e) {
            return false;
        }
        long written = files.status(page).getModificationTime();
        for (PackFiles pack : store.packs()) {
            if (files.status(pack.runs()).getModificationTime() > written) {
                return false;
            }
        }
        return true;
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
    public void write(ResultTable table, Iterable<List<@Nullable Object>> rows) throws IOException {
        replace(new Path(root, FOLDER + "/" + table + ".parquet"), partial -> {
            TableWriter writer = new TableWriter(files, table.schema(), partial, metadata);
            for (List<@Nullable Object> row : rows) {
                writer.write(row);
            }
            writer.close();
        });
        replace(new Path(root, FOLDER + "/" + table + ".csv"), partial -> {
            try (Writer out = new OutputStreamWriter(files.create(partial), StandardCharsets.UTF_8)) {
                out.write(Csv.line(table.columns().stream().map(Column::name).toList()) + "\n");
                for (List<@Nullable Object> row : rows) {
                    out.write(Csv.line(row.stream().map(ResultFiles::text).toList()) + "\n");
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
