package dev.polylog.trainer.run;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values of fields; a field without one has its default. Immutable. */
public final class Settings {
    private final Map<Field<?>, @Nullable Object> values;

    private Settings(Map<Field<?>, @Nullable Object> values) {
        this.values = values;
    }

    /** All defaults. */
    public static Settings defaults() {
        return new Settings(Map.of());
    }

    /** These settings with one field changed; null leaves an optional field without a value. */
    public <T> Settings with(Field<T> field, @Nullable T value) {
        return toBuilder().set(field, value).build();
    }

    /** A copy to change several fields of. */
    public Builder toBuilder() {
        return new Builder(new HashMap<>(values));
    }

    /** The value, the default if it was not set, or null if the field is optional and absent. */
    @SuppressWarnings("unchecked") // with() puts nothing else under this key
    public <T> @Nullable T find(Field<T> field) {
        T value = (T) values.get(field);
        return value != null || values.containsKey(field) ? value : field.fallback();
    }

    /** The value of a field that always has one. */
    public <T> T value(Field<T> field) {
        T value = find(field);
        if (value == null) {
            throw new IllegalArgumentException("Field " + field + " has no value");
        }
        return value;
    }

    /** Changes several fields at the cost of one copy. */
    public static final class Builder {
        private Map<Field<?>, @Nullable Object> values;

        private Builder(Map<Field<?>, @Nullable Object> values) {
            this.values = values;
        }

        /** Sets one field; null leaves an optional field without a value. */
        public <T> Builder set(Field<T> field, @Nullable T value) {
            if (value == null ? !field.isOptional() : !field.kind().admits(value)) {
                throw new IllegalArgumentException(
                        "Invalid " + field + ": " + value + " (expected " + field.expected() + ")");
            }
            values.put(field, value);
            return this;
        }

        /** The settings; to be called once, last. */
        public Settings build() {
            Settings built = new Settings(values);
            values = Map.of();
            return built;
        }
    }
}
