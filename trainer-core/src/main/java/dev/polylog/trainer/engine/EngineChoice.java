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
    DENSE,
    /** The projected engine. */
    PROJECTED,
    /** The bitpacked engine. */
    BITPACKED,
    /** The engine of the four points. */
    POINTS;

    /**
     * The engine for a workload.
     *
     * @throws IllegalArgumentException if the engine that is asked for does not serve it
     */
    public EngineType resolve(Workload workload) {
        return switch (this) {
            case AUTO -> EngineType.fastest(workload);
            case DENSE -> EngineType.DENSE;
            case PROJECTED -> checked(EngineType.PROJECTED, workload);
            case BITPACKED -> checked(EngineType.BITPACKED, workload);
            case POINTS -> checked(EngineType.POINTS, workload);
        };
    }

    private static EngineType checked(EngineType type, Workload workload) {
        type.refusal(workload).ifPresent(reason -> {
            throw new IllegalArgumentException(
                    "Invalid engine: " + type + " (" + reason + "; auto finds one that does)");
        });
        return type;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
