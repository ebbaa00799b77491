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
     * The engine for a task, a width p and a batch size m.
     *
     * @throws IllegalArgumentException if the engine that is asked for does not serve the task
     */
    public EngineType resolve(Task task, int width, int batchSize) {
        return switch (this) {
            case AUTO -> EngineType.fastest(task, width, batchSize);
            case DENSE -> EngineType.DENSE;
            case PROJECTED -> checked(EngineType.PROJECTED, task);
            case BITPACKED -> checked(EngineType.BITPACKED, task);
        };
    }

    private static EngineType checked(EngineType type, Task task) {
        if (!type.serves(task)) {
            throw new IllegalArgumentException("Invalid engine: " + type + " (it serves " + type.domain() + ", not "
                    + task.inputs() + " ones; auto finds one that does)");
        }
        return type;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
