package dev.polylog.sweep.store;

import dev.polylog.trainer.observe.Checkpoint;
import dev.polylog.trainer.observe.DistanceTenth;
import dev.polylog.trainer.observe.NeuronSnapshot;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.jspecify.annotations.Nullable;

/**
 * Writes runs to staged files, one a table, and publishes them together. A run is part of the store from the moment its
 * {@code runs} file has its final name; that file goes last and says what the others hold.
 */
public final class PackWriter {
    private final StoreFiles files;
    private final Layout layout;
    private final PackName name;
    private final Map<String, String> metadata;
    private final TableWriter<RunRecord> runs;
    private final Staged<CheckpointRow> trajectories = new Staged<>(Table.TRAJECTORIES, CheckpointRow.SCHEMA);
    private final Staged<SnapshotRow> neurons = new Staged<>(Table.NEURONS, SnapshotRow.SCHEMA);
    private final Staged<DistanceRow> distances = new Staged<>(Table.DISTANCES, DistanceRow.SCHEMA);
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
        this.runs = new TableWriter<>(files, RunRecord.SCHEMA, staged(Table.RUNS), runsMetadata);
    }

    public void add(RunRecord record) throws IOException {
        String runId = record.identity().runId();
        for (Checkpoint checkpoint : record.result().checkpoints()) {
            trajectories.write(new CheckpointRow(runId, checkpoint));
        }
        for (NeuronSnapshot neuron : record.result().snapshots()) {
            neurons.write(new SnapshotRow(runId, neuron));
        }
        for (DistanceTenth tenth : record.result().distances()) {
            distances.write(new DistanceRow(runId, tenth));
        }
        runs.write(record);
    }

    /** Makes the runs part of the store. Fails if the staging folder has been taken away by a newer driver. */
    public void publish() throws IOException {
        List<Staged<?>> data = List.of(trajectories, neurons, distances);
        for (Staged<?> staged : data) {
            staged.close();
        }
        Digest runsDigest = runs.close();
        for (Staged<?> staged : data) {
            staged.publish();
        }
        files.publish(runs.path(), new Path(layout.folder(Table.RUNS), name.runsFile(runsDigest.sha256())));
    }

    private Path staged(Table table) {
        return new Path(layout.staging(name.epoch()), name + "-" + table + ".parquet");
    }

    /** The staged file of a table other than {@code runs}; there is none while the table has no row. */
    private final class Staged<R> {
        private final Table table;
        private final Schema<R> schema;
        private @Nullable TableWriter<R> writer;

        Staged(Table table, Schema<R> schema) {
            this.table = table;
            this.schema = schema;
        }

        void write(R row) throws IOException {
            TableWriter<R> open = writer;
            if (open == null) {
                open = new TableWriter<>(files, schema, staged(table), metadata);
                writer = open;
            }
            open.write(row);
        }

        /** Closes the file and lets the {@code runs} file say what it holds. */
        void close() throws IOException {
            if (writer != null) {
                runsMetadata.put(Footer.siblingKey(table), writer.close().toString());
            }
        }

        void publish() throws IOException {
            if (writer != null) {
                files.publish(writer.path(), new Path(layout.folder(table), name.dataFile()));
            }
        }
    }
}
