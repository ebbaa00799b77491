package dev.polylog.sweep.store;

import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/**
 * The end of a Parquet file.
 *
 * @param rows rows in the file
 * @param metadata its key-value pairs
 */
record Footer(long rows, Map<String, String> metadata) {
    static final String SCHEMA_VERSION = "polylog.schema";
    static final String CODE_VERSION = "polylog.version";
    static final String SWEEP = "polylog.sweep";
    static final String CONFIGURATION = "polylog.configuration";
    private static final String SIBLING = "polylog.sibling.";

    static String siblingKey(Table table) {
        return SIBLING + table;
    }

    /** What every file says of where it comes from. */
    static Map<String, String> metadata(String sweep, String configuration, String version) {
        return Map.of(
                SCHEMA_VERSION, Integer.toString(Label.FORMAT),
                CODE_VERSION, version,
                SWEEP, sweep,
                CONFIGURATION, configuration);
    }

    static Footer read(StoreFiles files, Path file, Table table) throws IOException {
        return read(files, file, table.toString());
    }

    /**
     * Reads a footer; any file that is not whole and ours throws. Parquet's default options would read Hadoop's
     * configuration anew for every file.
     */
    static Footer read(StoreFiles files, Path file, String table) throws IOException {
        ParquetReadOptions options =
                HadoopReadOptions.builder(files.hadoop(), file).build();
        try (ParquetFileReader reader =
                ParquetFileReader.open(HadoopInputFile.fromPath(file, files.hadoop()), options)) {
            Map<String, String> metadata = reader.getFooter().getFileMetaData().getKeyValueMetaData();
            if (!metadata.containsKey(SCHEMA_VERSION)) {
                throw new IOException("it was not written by Polylog");
            }
            if (!reader.getFooter().getFileMetaData().getSchema().getName().equals(table)) {
                throw new IOException("it does not hold " + table);
            }
            return new Footer(reader.getRecordCount(), metadata);
        } catch (RuntimeException e) {
            throw new IOException("it is not a whole Parquet file", e);
        }
    }
}
