package dev.polylog.sweep.study;

import static dev.polylog.sweep.store.Column.ofDouble;

import dev.polylog.sweep.store.Column;
import java.util.ArrayList;
import java.util.List;

/** A row of results about one cell. */
interface OfCell extends OfGroup {
    DesignPoint point();

    @Override
    default String group() {
        return point().group();
    }

    static <R extends OfCell> List<Column<R>> columns() {
        List<Column<R>> columns = new ArrayList<>(OfGroup.columns());
        columns.add(ofDouble("x", "value of that field", row -> row.point().x()));
        return columns;
    }
}
