package dev.polylog.sweep.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.polylog.trainer.run.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsReaderTest {
    private static final RunRecord RUN = SmallRuns.failed(0);

    @TempDir
    Path folder;

    @Test
    void aRowIsReadByTheNamesOfItsColumns() throws IOException {
        assertThat(read(RunRecord.SCHEMA))
                .containsExactlyEntriesOf(
                        Map.of(SmallRuns.id(RUN), new RunIndex.Entry(Outcome.Kind.FAILED, Float.NaN, null)));
    }

    @Test
    void anOutcomeOfAnotherProgramIsNamed() {
        assertThatThrownBy(() -> read(with("outcome", "lost")))
                .isInstanceOf(IOException.class)
                .hasMessage("its rows cannot be read: Invalid outcome: lost"
                        + " (expected one of [reached, exhausted, diverged, rejected, failed])");
    }

    @Test
    void soIsWhatIsNoRunId() {
        assertThatThrownBy(() -> read(with("run_id", "../x")))
                .isInstanceOf(IOException.class)
                .hasMessage("its rows cannot be read: Invalid run_id: ../x (expected 32 hexadecimal digits)");
    }

    private static Schema<RunRecord> with(String name, String value) {
        List<Column<RunRecord>> columns = RunRecord.SCHEMA.columns().stream()
                .map(column -> column.name().equals(name) ? Column.<RunRecord>ofString(name, "", run -> value) : column)
                .toList();
        return new Schema<>(RunRecord.SCHEMA.name(), columns);
    }

    private Map<String, RunIndex.Entry> read(Schema<RunRecord> schema) throws IOException {
        Layout layout = Layout.of(folder.toString());
        StoreFiles files = new StoreFiles(layout.root());
        org.apache.hadoop.fs.Path file = new org.apache.hadoop.fs.Path(layout.root(), "runs.parquet");
        TableWriter<RunRecord> writer =
                new TableWriter<>(files, schema, file, Footer.metadata("small", "name = small", "test"));
        writer.write(RUN);
        writer.close();
        return RunsReader.read(files, file);
    }
}
