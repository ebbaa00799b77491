package dev.polylog.sweep.config;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Where each expression of a sweep file stands. */
final class SourcePositions {
    private final IdentityHashMap<Object, SourcePosition> positions = new IdentityHashMap<>();

    void remember(Object expression, SourcePosition position) {
        positions.put(expression, position);
    }

    SourcePosition of(@Nullable Object expression, SourcePosition otherwise) {
        return expression == null ? otherwise : positions.getOrDefault(expression, otherwise);
    }
}
