package dev.polylog.sweep.spark;

import org.apache.spark.sql.Row;

/** Values of rows. */
final class Rows {
    private Rows() {}

    /** A number; NaN where it is missing. */
    static double number(Row row, int column) {
        return row.isNullAt(column) ? Double.NaN : row.getDouble(column);
    }
}
