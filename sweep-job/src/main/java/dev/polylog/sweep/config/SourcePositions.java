package dev.polylog.sweep.config;

import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/** Where each setting and each expression of a sweep file stands. */
final class SourcePositions {
    private final IdentityHashMap<Object, SourcePosition> positions = new IdentityHashMap<>();

    void remember(Object said, SourcePosition position) {
        positions.put(said, position);
    }

    SourcePosition of(@Nullable Object said, SourcePosition otherwise) {
        return said == null ? otherwise : positions.getOrDefault(said, otherwise);
    }
}
