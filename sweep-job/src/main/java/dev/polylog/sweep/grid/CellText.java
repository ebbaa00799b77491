package dev.polylog.sweep.grid;

import dev.polylog.trainer.run.Field;

/** What is said about each field in a cell. */
interface CellText {
    Setting<?> setting(Field<?> field);

    /** As a sweep file says it. */
    default String written(Field<?> field) {
        return setting(field).written();
    }
}
