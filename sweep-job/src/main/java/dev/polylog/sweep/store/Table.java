package dev.polylog.sweep.store;

import java.util.List;

/** The three tables of a store. */
@SuppressWarnings("ImmutableEnumChecker") // columns are functions of nothing but their row
public enum Table {
    RUNS(RunRecord.SCHEMA),
    TRAJECTORIES(CheckpointRow.SCHEMA),
    NEURONS(SnapshotRow.SCHEMA);

    private final Schema<?> schema;

    Table(Schema<?> schema) {
        this.schema = schema;
    }

    public List<? extends Column<?>> columns() {
        return schema.columns();
    }

    Schema<?> schema() {
        return schema;
    }

    /** Name of the table and of its folder in the store. */
    @Override
    public String toString() {
        return schema.name();
    }
}
