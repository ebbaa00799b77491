package dev.polylog.sweep.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;

/** A row as the columns of its schema fill it. */
public final class NamedValues {
    private NamedValues() {}

    /** Values by name of column, in their order; fails where one is missing that is required, or of another type. */
    public static <R> Map<String, Object> of(Schema<R> schema, R row) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Column<R> column : schema.columns()) {
            Object value = column.of(row);
            if (value == null) {
                assertThat(column.presence())
                        .as("%s without %s", row, column.name())
                        .isEqualTo(Column.Presence.NULLABLE);
            } else {
                assertThat(value).as(column.name()).isInstanceOf(type(column.type()));
            }
            assertThat(values).as("two columns of one name").doesNotContainKey(column.name());
            values.put(column.name(), value);
        }
        return values;
    }

    private static Class<?> type(Column.Type type) {
        return switch (type) {
            case STRING -> String.class;
            case INT -> Integer.class;
            case LONG, TIMESTAMP -> Long.class;
            case DOUBLE -> Double.class;
        };
    }
}
