package dev.polylog.sweep.report.figure;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.polylog.sweep.format.Csv;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows behind a figure.
 *
 * @param columns names
 * @param rows values in the order of the columns: texts, numbers, or null for what is missing
 */
public record DataTable(List<String> columns, List<List<@Nullable Object>> rows) {

    public DataTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        for (List<@Nullable Object> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "Invalid row: " + row + " (expected " + columns.size() + " values: " + columns + ")");
            }
        }
    }

    /** A table under construction. */
    static final class Builder {
        private final List<String> columns;
        private final List<List<@Nullable Object>> rows = new ArrayList<>();

        private Builder(List<String> columns) {
            this.columns = columns;
        }

        /** Adds a row, of which missing values are null. */
        Builder add(@Nullable Object... values) {
            rows.add(Collections.unmodifiableList(new ArrayList<>(Arrays.asList(values))));
            return this;
        }

        DataTable build() {
            return new DataTable(columns, rows);
        }
    }

    static Builder of(String... columns) {
        return new Builder(List.of(columns));
    }

    /** The rows as objects, which is how specifications take data. */
    public ArrayNode json() {
        ArrayNode array = Json.array();
        for (List<@Nullable Object> row : rows) {
            ObjectNode object = Json.object();
            for (int i = 0; i < columns.size(); i++) {
                object.set(columns.get(i), Json.node(row.get(i)));
            }
            array.add(object);
        }
        return array;
    }

    /** The same numbers as RFC 4180 writes them, header first; what is missing or not finite is empty. */
    public String csv() {
        StringBuilder text = new StringBuilder(line(columns));
        for (List<@Nullable Object> row : rows) {
            text.append(line(row.stream().map(DataTable::text).toList()));
        }
        return text.toString();
    }

    private static String text(@Nullable Object value) {
        return value instanceof CharSequence
                ? value.toString()
                : Json.node(value).asText("");
    }

    private static String line(List<String> values) {
        return Csv.line(values) + "\r\n";
    }
}
