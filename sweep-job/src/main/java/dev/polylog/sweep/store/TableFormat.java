package dev.polylog.sweep.store;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * A table in Parquet's terms: its schema, and how a row is written.
 *
 * @param <R> what a row is made of
 */
final class TableFormat<R> extends WriteSupport<R> {
    private final Schema<R> table;
    private final Map<String, String> metadata;
    private @Nullable RecordConsumer consumer;

    TableFormat(Schema<R> table, Map<String, String> metadata) {
        this.table = table;
        this.metadata = metadata;
    }

    static MessageType schema(Schema<?> table) {
        Types.MessageTypeBuilder message = Types.buildMessage();
        for (Column<?> column : table.columns()) {
            message.addField(field(column));
        }
        return message.named(table.name());
    }

    private static org.apache.parquet.schema.Type field(Column<?> column) {
        Repetition repetition =
                column.presence() == Column.Presence.REQUIRED ? Repetition.REQUIRED : Repetition.OPTIONAL;
        return switch (column.type()) {
            case STRING ->
                Types.primitive(PrimitiveTypeName.BINARY, repetition)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case INT -> Types.primitive(PrimitiveTypeName.INT32, repetition).named(column.name());
            case LONG -> Types.primitive(PrimitiveTypeName.INT64, repetition).named(column.name());
            case DOUBLE -> Types.primitive(PrimitiveTypeName.DOUBLE, repetition).named(column.name());
            case TIMESTAMP ->
                Types.primitive(PrimitiveTypeName.INT64, repetition)
                        .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
                        .named(column.name());
        };
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return context();
    }

    @Override
    @SuppressWarnings("deprecation") // abstract in Parquet still
    public WriteContext init(Configuration configuration) {
        return context();
    }

    private WriteContext context() {
        return new WriteContext(schema(table), Map.of());
    }

    /** Metadata is complete only when the last row has been written. */
    @Override
    public FinalizedWriteContext finalizeWrite() {
        return new FinalizedWriteContext(Map.copyOf(metadata));
    }

    @Override
    public void prepareForWrite(RecordConsumer recordConsumer) {
        consumer = recordConsumer;
    }

    @Override
    public void write(R row) {
        RecordConsumer out = consumer;
        if (out == null) {
            throw new IllegalStateException("Cannot write a row before the file is open");
        }
        out.startMessage();
        List<Column<R>> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            Column<R> column = columns.get(i);
            Object value = column.of(row);
            if (value != null) {
                out.startField(column.name(), i);
                write(out, column.type(), value);
                out.endField(column.name(), i);
            }
        }
        out.endMessage();
    }

    private static void write(RecordConsumer out, Column.Type type, Object value) {
        switch (type) {
            case STRING -> out.addBinary(Binary.fromString((String) value));
            case INT -> out.addInteger((Integer) value);
            case LONG, TIMESTAMP -> out.addLong((Long) value);
            case DOUBLE -> out.addDouble((Double) value);
        }
    }
}
