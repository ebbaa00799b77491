package dev.polylog.sweep.store;

import java.io.IOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Writes one staged file of one table, and checks it once it is closed.
 *
 * @param <R> what a row is made of
 */
final class TableWriter<R> {
    private static final long ROW_GROUP_BYTES = 32L << 20;

    private final StoreFiles files;
    private final Schema<R> table;
    private final Path path;
    private final ParquetWriter<R> writer;
    private long rows;

    TableWriter(StoreFiles files, Schema<R> table, Path path, Map<String, String> metadata) throws IOException {
        this.files = files;
        this.table = table;
        this.path = path;
        this.writer = new Builder<>(files, table, path, metadata).build();
    }

    Path path() {
        return path;
    }

    void write(R row) throws IOException {
        writer.write(row);
        rows++;
    }

    /** Closes the file, opens it again, compares what it holds with what was written. */
    Digest close() throws IOException {
        writer.close();
        Footer footer = Footer.read(files, path, table.name());
        if (footer.rows() != rows) {
            throw new IOException("Cannot publish " + path + ", it holds " + footer.rows() + " rows of " + rows);
        }
        return new Digest(files.status(path).getLen(), rows, files.sha256(path));
    }

    private static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {
        private final Schema<R> table;
        private final Map<String, String> metadata;

        Builder(StoreFiles files, Schema<R> table, Path path, Map<String, String> metadata) {
            super(files.newFile(path));
            this.table = table;
            this.metadata = metadata;
            withConf(files.hadoop());
            withCompressionCodec(CompressionCodecName.ZSTD);
            withRowGroupSize(ROW_GROUP_BYTES);
            withPageWriteChecksumEnabled(true);
        }

        @Override
        protected Builder<R> self() {
            return this;
        }

        @Override
        protected WriteSupport<R> getWriteSupport(ParquetConfiguration configuration) {
            return new TableFormat<>(table, metadata);
        }

        @Override
        @SuppressWarnings("deprecation") // abstract in Parquet still
        protected WriteSupport<R> getWriteSupport(Configuration configuration) {
            return new TableFormat<>(table, metadata);
        }
    }
}
