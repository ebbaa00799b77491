package dev.polylog.trainer.engine;

import java.util.Locale;

/**
 * The engine that a specification asks for. What it resolves to is a function of the specification alone, never of the
 * machine, because it belongs to the identity of the run.
 */
public enum EngineChoice {
    /** The fastest engine that applies. */
    AUTO,
    /** The dense engine. */
    DENSE;

    public EngineType resolve() {
        return switch (this) {
            case AUTO, DENSE -> EngineType.DENSE;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
