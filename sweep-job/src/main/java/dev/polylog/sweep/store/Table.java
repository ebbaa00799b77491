package dev.polylog.sweep.store;

import java.util.List;

/** The tables of a store. */
@SuppressWarnings("ImmutableEnumChecker") // columns are functions of nothing but their row
public enum Table {
    RUNS(RunRecord.SCHEMA),
    TRAJECTORIES(CheckpointRow.SCHEMA),
    NEURONS(SnapshotRow.SCHEMA),
    DISTANCES(DistanceRow.SCHEMA);

    /** Those beside {@code runs}, whose files the {@code runs} file of their pack vouches for. */
    public static final List<Table> DATA = List.of(TRAJECTORIES, NEURONS, DISTANCES);

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
