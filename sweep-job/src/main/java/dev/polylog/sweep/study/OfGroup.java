package dev.polylog.sweep.study;

import static dev.polylog.sweep.store.Column.ofString;

import dev.polylog.sweep.store.Column;
import java.util.List;

/** A row of results about a group of cells. */
interface OfGroup {
    String group();

    String axis();

    static <R extends OfGroup> List<Column<R>> columns() {
        return List.of(
                ofString(
                        "cells",
                        "values of the fields that tell groups of cells apart; may be empty",
                        row -> row.group()),
                ofString("axis", "field along which cells of a group are compared", row -> row.axis()));
    }
}
