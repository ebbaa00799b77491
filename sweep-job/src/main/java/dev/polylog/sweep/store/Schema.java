package dev.polylog.sweep.store;

import java.util.List;

/**
 * The shape of a table.
 *
 * @param name of the table, which its files carry too
 * @param columns in order
 */
record Schema(String name, List<Column> columns) {
    Schema {
        columns = List.copyOf(columns);
    }
}
