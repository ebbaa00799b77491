package dev.polylog.sweep.report;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A figure that needs no browser. */
final class StaticFigure {
    private final String svg;
    private final byte @Nullable [] png;

    StaticFigure(String svg, byte @Nullable [] png) {
        this.svg = svg;
        this.png = png;
    }

    String svg() {
        return svg;
    }

    /** The same as pixels; empty where this machine cannot draw text. */
    Optional<byte[]> png() {
        return Optional.ofNullable(png);
    }
}
