package dev.polylog.sweep.grid;

import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import java.util.HashMap;
import java.util.Map;

/** The position of each field in the registry. */
final class Slots {
    static final int COUNT = Fields.ALL.size();

    private static final Map<Field<?>, Integer> POSITIONS = new HashMap<>();

    static {
        for (Field<?> field : Fields.ALL) {
            POSITIONS.put(field, POSITIONS.size());
        }
    }

    private Slots() {}

    static int of(Field<?> field) {
        Integer slot = POSITIONS.get(field);
        if (slot == null) {
            throw new IllegalArgumentException("Invalid field: " + field + " (expected one of the registry)");
        }
        return slot;
    }
}
