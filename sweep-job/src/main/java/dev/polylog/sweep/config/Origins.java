package dev.polylog.sweep.config;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Where each expression of a sweep file stands. */
final class Origins {
    private final IdentityHashMap<Object, Place> places = new IdentityHashMap<>();

    void remember(Object expression, Place place) {
        places.put(expression, place);
    }

    Place of(@Nullable Object expression, Place otherwise) {
        return expression == null ? otherwise : places.getOrDefault(expression, otherwise);
    }
}
