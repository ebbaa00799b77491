package dev.polylog.sweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.polylog.trainer.observe.Checkpoint;
import dev.polylog.trainer.observe.Observable;
import dev.polylog.trainer.run.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunRecordTest {
    private static final List<RunRecord> RECORDS =
            List.of(SmallRuns.reached(0), SmallRuns.exhausted(1), SmallRuns.diverged(2), SmallRuns.failed(3));

    @TempDir
    Path folder;

    private PackFiles pack;

    @BeforeEach
    void publishAll() throws IOException {
        try (StoreSession session = SmallRuns.open(folder.toString())) {
            SmallRuns.publish(folder.toString(), session.epoch(), 0, RECORDS.toArray(RunRecord[]::new));
            session.refresh();
            pack = session.packs().get(0);
        }
    }

    @Test
    void theRunsAreOfAllKinds() {
        assertThat(RECORDS)
                .extracting(record -> record.result().outcome().kind())
                .containsExactly(
                        Outcome.Kind.REACHED, Outcome.Kind.EXHAUSTED, Outcome.Kind.DIVERGED, Outcome.Kind.FAILED);
        Checkpoint last = RECORDS.get(2).result().checkpoints().get(1);
        assertThat(IntStream.range(0, Observable.ALL.size()).mapToObj(last::value))
                .anyMatch(value -> value != null && !Double.isFinite(value));
    }

    @Test
    void everyValueReturnsBitForBit() throws IOException {
        List<CheckpointRow> checkpoints = new ArrayList<>();
        List<SnapshotRow> neurons = new ArrayList<>();
        List<DistanceRow> distances = new ArrayList<>();
        for (RunRecord record : RECORDS) {
            String runId = SmallRuns.id(record);
            record.result().checkpoints().forEach(each -> checkpoints.add(new CheckpointRow(runId, each)));
            record.result().snapshots().forEach(each -> neurons.add(new SnapshotRow(runId, each)));
            record.result().distances().forEach(each -> distances.add(new DistanceRow(runId, each)));
        }
        assertThat(neurons).isNotEmpty();
        assertThat(distances).isNotEmpty();
        assertReturns(Table.RUNS, RunRecord.SCHEMA, RECORDS);
        assertReturns(Table.TRAJECTORIES, CheckpointRow.SCHEMA, checkpoints);
        assertReturns(Table.NEURONS, SnapshotRow.SCHEMA, neurons);
        assertReturns(Table.DISTANCES, DistanceRow.SCHEMA, distances);
    }

    /** In stores of every age. */
    @Test
    void dimensionsAndBatchesAreLongs() throws IOException {
        RunRecord large = SmallRuns.large(0);
        try (StoreSession session = SmallRuns.open(folder.toString())) {
            SmallRuns.publish(folder.toString(), session.epoch(), 1, large);
            session.refresh();
            pack = session.packs().get(1);
        }
        assertReturns(Table.RUNS, RunRecord.SCHEMA, List.of(large));
        assertThat(TableFormat.schema(RunRecord.SCHEMA).getColumns())
                .filteredOn(
                        column -> List.of("d", "batch_size", "steps", "samples").contains(column.getPath()[0]))
                .hasSize(4)
                .allSatisfy(column -> assertThat(column.getPrimitiveType().getPrimitiveTypeName())
                        .isEqualTo(PrimitiveTypeName.INT64));
    }

    private <R> void assertReturns(Table table, Schema<R> schema, List<R> written) throws IOException {
        List<List<Object>> expected = bits(written.stream()
                .<List<Object>>map(
                        row -> new ArrayList<>(NamedValues.of(schema, row).values()))
                .toList());
        List<List<Object>> found = read(table);
        assertThat(found).hasSameSizeAs(expected);
        for (int row = 0; row < expected.size(); row++) {
            for (int i = 0; i < table.columns().size(); i++) {
                assertThat(found.get(row).get(i))
                        .as(table.columns().get(i).name() + " of row " + row)
                        .isEqualTo(expected.get(row).get(i));
            }
        }
    }

    @Test
    void theIndexKnowsWhatTheRowsSay() throws IOException {
        RunIndex index = RunStore.existing(folder.toString()).index(List.of(pack));
        assertThat(index.size()).isEqualTo(4);
        assertThat(index.find(SmallRuns.id(RECORDS.get(0))))
                .hasValue(new RunIndex.Entry(
                        Outcome.Kind.REACHED,
                        (float) RECORDS.get(0).result().checkpoints().get(0).testError(),
                        0L));
        assertThat(index.find(SmallRuns.id(RECORDS.get(3))))
                .hasValue(new RunIndex.Entry(Outcome.Kind.FAILED, Float.NaN, null));
    }

    @Test
    void everyFileSaysWhereItComesFromAndTheRunsFileWhatTheOthersHold() throws IOException {
        StoreFiles files = RunStore.existing(folder.toString()).files();
        for (Table table : Table.values()) {
            Footer footer = Footer.read(files, pack.file(table).orElseThrow(), table);
            assertThat(footer.metadata())
                    .containsEntry(Footer.SCHEMA_VERSION, "1")
                    .containsEntry(Footer.CODE_VERSION, "test")
                    .containsEntry(Footer.SWEEP, SmallRuns.SWEEP)
                    .containsEntry(Footer.CONFIGURATION, SmallRuns.CONFIGURATION);
        }
        Footer footer = Footer.read(files, pack.runs(), Table.RUNS);
        for (Table table : Table.DATA) {
            org.apache.hadoop.fs.Path file = pack.file(table).orElseThrow();
            assertThat(Digest.parse(footer.metadata().get(Footer.siblingKey(table))))
                    .hasValue(new Digest(
                            files.status(file).getLen(),
                            Footer.read(files, file, table).rows(),
                            files.sha256(file)));
        }
        assertThat(files.sha256(pack.runs())).startsWith(PackName.promisedHash(pack.runs()));
    }

    @Test
    void pagesAreCompressedAndHaveChecksums() throws IOException {
        for (Table table : Table.values()) {
            try (ParquetFileReader reader = open(table)) {
                for (BlockMetaData block : reader.getFooter().getBlocks()) {
                    assertThat(block.getColumns())
                            .extracting(ColumnChunkMetaData::getCodec)
                            .containsOnly(CompressionCodecName.ZSTD);
                }
                PageReadStore pages = reader.readNextRowGroup();
                reader.getFooter().getFileMetaData().getSchema().getColumns().forEach(column -> {
                    DataPage page = pages.getPageReader(column).readPage();
                    assertThat(page.getCrc()).as(column.toString()).isPresent();
                });
            }
        }
    }

    @Test
    void nothingLiesAboutBesidesTheFilesOfThePack() throws IOException {
        assertThat(Tree.names(folder))
                .noneMatch(name -> name.endsWith(".crc"))
                .hasSize(6)
                .contains(".lock", ".polylog");
    }

    private ParquetFileReader open(Table table) throws IOException {
        return ParquetFileReader.open(
                HadoopInputFile.fromPath(pack.file(table).orElseThrow(), StoreFiles.configuration()));
    }

    private List<List<Object>> read(Table table) throws IOException {
        List<List<Object>> rows = new ArrayList<>();
        try (ParquetReader<Group> reader = ParquetReader.builder(
                        new GroupReadSupport(), pack.file(table).orElseThrow())
                .withConf(StoreFiles.configuration())
                .build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                List<Object> values = new ArrayList<>();
                for (Column<?> column : table.columns()) {
                    values.add(row.getFieldRepetitionCount(column.name()) == 0 ? null : value(row, column));
                }
                rows.add(values);
            }
        }
        return bits(rows);
    }

    private static Object value(Group row, Column<?> column) {
        return switch (column.type()) {
            case STRING -> row.getString(column.name(), 0);
            case INT -> row.getInteger(column.name(), 0);
            case LONG, TIMESTAMP -> row.getLong(column.name(), 0);
            case DOUBLE -> row.getDouble(column.name(), 0);
        };
    }

    /** Doubles as their bit patterns. Parquet writes one NaN for all. */
    private static List<List<Object>> bits(List<List<Object>> rows) {
        return rows.stream()
                .map(row -> Arrays.asList(row.stream()
                        .map(value -> value instanceof Double real ? "bits " + Double.doubleToLongBits(real) : value)
                        .toArray()))
                .toList();
    }
}
