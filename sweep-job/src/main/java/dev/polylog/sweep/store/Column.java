package dev.polylog.sweep.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table: a name and a function. The factories take functions of the type's own values, so that a column cannot
 * be filled with another's.
 *
 * @param <R> what a row is made of
 * @param meaning one line for the format document
 * @param value of a row; its class is that of the type, and it is null only where a value can be missing
 */
public record Column<R>(
        String name,
        Type type,
        Presence presence,
        String meaning,
        Function<? super R, ? extends @Nullable Object> value) {

    /** Logical types, each with one Parquet representation. */
    public enum Type {
        /** A {@link String}. */
        STRING,
        /** An {@link Integer}. */
        INT,
        /** A {@link Long}. */
        LONG,
        /** A {@link Double}. */
        DOUBLE,
        /** A {@link Long}: microseconds since 1970, UTC. */
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

    /** The value in the column's place of a row. */
    @Nullable
    Object of(R row) {
        return value.apply(row);
    }

    public static <R> Column<R> ofString(String name, String meaning, Function<R, String> value) {
        return new Column<>(name, Type.STRING, Presence.REQUIRED, meaning, value);
    }

    public static <R> Column<R> ofInt(String name, String meaning, ToIntFunction<R> value) {
        return new Column<>(name, Type.INT, Presence.REQUIRED, meaning, value::applyAsInt);
    }

    public static <R> Column<R> ofLong(String name, String meaning, ToLongFunction<R> value) {
        return new Column<>(name, Type.LONG, Presence.REQUIRED, meaning, value::applyAsLong);
    }

    public static <R> Column<R> ofDouble(String name, String meaning, ToDoubleFunction<R> value) {
        return new Column<>(name, Type.DOUBLE, Presence.REQUIRED, meaning, value::applyAsDouble);
    }

    public static <R> Column<R> ofTimestamp(String name, String meaning, Function<R, Instant> value) {
        return new Column<R>(
                name,
                Type.TIMESTAMP,
                Presence.REQUIRED,
                meaning,
                row -> ChronoUnit.MICROS.between(Instant.EPOCH, value.apply(row)));
    }

    public static <R> Column<R> ofNullableString(String name, String meaning, Function<R, @Nullable String> value) {
        return new Column<>(name, Type.STRING, Presence.NULLABLE, meaning, value);
    }

    public static <R> Column<R> ofNullableLong(String name, String meaning, Function<R, @Nullable Long> value) {
        return new Column<>(name, Type.LONG, Presence.NULLABLE, meaning, value);
    }

    public static <R> Column<R> ofNullableDouble(String name, String meaning, Function<R, @Nullable Double> value) {
        return new Column<>(name, Type.DOUBLE, Presence.NULLABLE, meaning, value);
    }
}
