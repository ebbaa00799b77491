package dev.polylog.trainer.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The engine that a specification asks for. What it resolves to is a function of the specification alone, never of the
 * machine, because it belongs to the identity of the run.
 *
 * @param engine the engine that it insists on; empty for the fastest one that serves
 */
public record EngineChoice(Optional<EngineType> engine) {
    /** The fastest engine that serves. */
    public static final EngineChoice AUTO = new EngineChoice(Optional.empty());

    /** An engine, and no other. */
    public static EngineChoice of(EngineType engine) {
        return new EngineChoice(Optional.of(engine));
    }

    /** All choices; the registry of sweep files. */
    public static List<EngineChoice> all() {
        return Stream.concat(Stream.of(AUTO), Stream.of(EngineType.values()).map(EngineChoice::of))
                .toList();
    }

    /**
     * The engine for a workload.
     *
     * @throws IllegalArgumentException if the engine that is asked for does not serve it
     */
    public EngineType resolve(Workload workload) {
        return engine.map(type -> checked(type, workload)).orElseGet(() -> EngineType.fastest(workload));
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
        return engine.map(EngineType::toString).orElse("auto");
    }
}
