package dev.polylog.sweep.store;

import dev.polylog.trainer.run.Outcome;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Reads the few columns of {@code runs} that a driver needs. */
final class RunsReader {
    private static final List<String> COLUMNS = List.of("run_id", "outcome", "reached_at_samples", "final_test_error");

    private static final Pattern RUN_ID = Pattern.compile("[0-9a-f]{32}");

    private RunsReader() {}

    /** The runs of one file by their ids; a file that cannot be read to its end gives none. */
    static Map<String, RunIndex.Entry> read(StoreFiles files, Path runsFile) throws IOException {
        Map<String, RunIndex.Entry> entries = new LinkedHashMap<>();
        Configuration configuration = new Configuration(files.hadoop());
        configuration.set(ReadSupport.PARQUET_READ_SCHEMA, projection().toString());
        configuration.setBoolean("parquet.page.verify-checksum.enabled", true);
        try (ParquetReader<Group> reader = new Builder(HadoopInputFile.fromPath(runsFile, configuration)).build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                entries.put(runId(row), entry(row));
            }
            return entries;
        } catch (RuntimeException e) {
            throw new IOException("its rows cannot be read" + (e.getMessage() == null ? "" : ": " + e.getMessage()), e);
        }
    }

    private static String runId(Group row) {
        String runId = row.getString("run_id", 0);
        if (!RUN_ID.matcher(runId).matches()) {
            throw new IllegalArgumentException("Invalid run_id: " + runId + " (expected 32 hexadecimal digits)");
        }
        return runId;
    }

    private static RunIndex.Entry entry(Group row) {
        boolean reached = row.getFieldRepetitionCount("reached_at_samples") > 0;
        boolean measured = row.getFieldRepetitionCount("final_test_error") > 0;
        return new RunIndex.Entry(
                Outcome.Kind.parse(row.getString("outcome", 0)),
                measured ? (float) row.getDouble("final_test_error", 0) : Float.NaN,
                reached ? row.getLong("reached_at_samples", 0) : null);
    }

    /** Parquet's own builders read Hadoop's default configuration anew for every file. */
    private static final class Builder extends ParquetReader.Builder<Group> {
        Builder(InputFile file) {
            super(file);
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }

    private static MessageType projection() {
        MessageType schema = TableFormat.schema(Table.RUNS.schema());
        List<Type> fields = new ArrayList<>();
        for (String column : COLUMNS) {
            fields.add(schema.getType(column));
        }
        return new MessageType(schema.getName(), fields);
    }
}
