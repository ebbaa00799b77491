package dev.polylog.trainer.engine;

import dev.polylog.trainer.task.Task;
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
    BITPACKED;

    /**
     * The engine for a task and a width p.
     *
     * @throws IllegalArgumentException if the engine that is asked for does not serve the task
     */
    public EngineType resolve(Task task, int width, Sgd sgd) {
        return switch (this) {
            case AUTO -> EngineType.fastest(task, width, sgd);
            case DENSE -> EngineType.DENSE;
            case PROJECTED -> checked(EngineType.PROJECTED, task, width, sgd);
            case BITPACKED -> checked(EngineType.BITPACKED, task, width, sgd);
        };
    }

    private static EngineType checked(EngineType type, Task task, int width, Sgd sgd) {
        type.refusal(task, width, sgd).ifPresent(reason -> {
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
