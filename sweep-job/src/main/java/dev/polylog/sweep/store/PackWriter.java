package dev.polylog.sweep.store;

import dev.polylog.trainer.observe.Checkpoint;
import dev.polylog.trainer.observe.NeuronSnapshot;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.fs.Path;

/**
 * Writes runs to staged files, one a table, and publishes them together. A run is part of the store from the moment its
 * {@code runs} file has its final name; that file goes last and says what the others hold.
 */
public final class PackWriter {
    private final StoreFiles files;
    private final Layout layout;
    private final PackName name;
    private final Map<String, String> metadata;
    private final TableWriter runs;
    private final Map<Table, TableWriter> data = new EnumMap<>(Table.class);
    private final Map<String, String> runsMetadata;

    /**
     * Opens a pack.
     *
     * @param folder the store
     * @param configuration canonical text of the sweep
     */
    public static PackWriter open(String folder, PackName name, String sweep, String configuration, String version)
            throws IOException {
        Layout layout = Layout.of(folder);
        Map<String, String> metadata = Footer.metadata(sweep, configuration, version);
        return new PackWriter(new StoreFiles(layout.root()), layout, name, metadata);
    }

    private PackWriter(StoreFiles files, Layout layout, PackName name, Map<String, String> metadata)
            throws IOException {
        this.files = files;
        this.layout = layout;
        this.name = name;
        this.metadata = metadata;
        this.runsMetadata = new HashMap<>(metadata);
        this.runs = new TableWriter(files, Table.RUNS.schema(), staged(Table.RUNS), runsMetadata);
    }

    public void add(RunRecord record) throws IOException {
        for (Checkpoint checkpoint : record.result().checkpoints()) {
            writer(Table.TRAJECTORIES).write(record.checkpoint(checkpoint));
        }
        for (NeuronSnapshot neuron : record.result().snapshots()) {
            writer(Table.NEURONS).write(record.neuron(neuron));
        }
        runs.write(record.run());
    }

    /** Makes the runs part of the store. Fails if the staging folder has been taken away by a newer driver. */
    public void publish() throws IOException {
        for (Map.Entry<Table, TableWriter> entry : data.entrySet()) {
            Digest digest = entry.getValue().close();

            runsMetadata.put(Footer.siblingKey(entry.getKey()), digest.toString());
        }
        Digest runsDigest = runs.close();
        for (Map.Entry<Table, TableWriter> entry : data.entrySet()) {
            files.publish(entry.getValue().path(), new Path(layout.folder(entry.getKey()), name.dataFile()));
        }
        files.publish(runs.path(), new Path(layout.folder(Table.RUNS), name.runsFile(runsDigest.sha256())));
    }

    private TableWriter writer(Table table) throws IOException {
        TableWriter open = data.get(table);
        if (open == null) {
            open = new TableWriter(files, table.schema(), staged(table), metadata);
            data.put(table, open);
        }
        return open;
    }

    private Path staged(Table table) {
        return new Path(layout.staging(name.epoch()), name + "-" + table + ".parquet");
    }
}
