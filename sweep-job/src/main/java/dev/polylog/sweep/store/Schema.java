package dev.polylog.sweep.store;

import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a table and how its rows are filled.
 *
 * @param <R> what a row is made of
 * @param name of the table, which its files carry too
 * @param columns in order
 */
public record Schema<R>(String name, List<Column<R>> columns) {
    public Schema {
        columns = List.copyOf(columns);
    }

    /** One with all these columns, in this order. */
    @SafeVarargs
    public static <R> Schema<R> of(String name, List<Column<R>>... columns) {
        List<Column<R>> all = new ArrayList<>();
        for (List<Column<R>> some : columns) {
            all.addAll(some);
        }
        return new Schema<>(name, all);
    }
}
