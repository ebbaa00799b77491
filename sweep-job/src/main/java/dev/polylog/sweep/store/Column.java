package dev.polylog.sweep.store;

import java.util.Locale;

/**
 * A column of a table.
 *
 * @param meaning one line for the format document
 */
public record Column(String name, Type type, Presence presence, String meaning) {

    /** Logical types, each with one Parquet representation. */
    public enum Type {
        STRING,
        INT,
        LONG,
        DOUBLE,
        TIMESTAMP;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a value can be missing. */
    public enum Presence {
        REQUIRED,
        NULLABLE
    }

    static Column required(String name, Type type, String meaning) {
        return new Column(name, type, Presence.REQUIRED, meaning);
    }

    static Column nullable(String name, Type type, String meaning) {
        return new Column(name, type, Presence.NULLABLE, meaning);
    }
}
