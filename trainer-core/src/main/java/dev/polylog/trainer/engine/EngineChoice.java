package dev.polylog.trainer.engine;

import java.util.List;
import java.util.stream.Stream;

/**
 * The engine that a specification asks for. What it resolves to is a function of the specification alone, never of the
 * machine, because it belongs to the identity of the run.
 */
public sealed interface EngineChoice {
    /** What {@link #AUTO} was before there was the gram engine: stores that were begun then go on with it. */
    EngineChoice AUTO_1 = new Fastest(
            "auto-1", List.of(EngineType.DENSE, EngineType.PROJECTED, EngineType.BITPACKED, EngineType.POINTS));

    /** The fastest engine that serves, but for small gains of a newer one over an older. */
    EngineChoice AUTO = new Extended("auto", AUTO_1, EngineType.GRAM);

    /** An engine, and no other. */
    static EngineChoice of(EngineType engine) {
        return new Only(engine);
    }

    /** All choices; the registry of sweep files. */
    static List<EngineChoice> all() {
        return Stream.concat(
                        Stream.of(AUTO, AUTO_1), Stream.of(EngineType.values()).map(EngineChoice::of))
                .toList();
    }

    /**
     * The engine for a workload.
     *
     * @throws IllegalArgumentException if the engine that is asked for does not serve it
     */
    EngineType resolve(Workload workload);

    /** Whether it asks for theory, which is never what a choice comes to by itself. */
    boolean isTheory();

    /**
     * The engine of least frozen cost.
     *
     * @param among what is equally cheap goes to the one that stands first; the first serves everything
     */
    record Fastest(String name, List<EngineType> among) implements EngineChoice {
        public Fastest {
            among = List.copyOf(among);
        }

        @Override
        public EngineType resolve(Workload workload) {
            return EngineType.fastest(workload, among);
        }

        @Override
        public boolean isTheory() {
            return false;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * An earlier choice, or an engine that is newer than it where that costs at most three quarters: the engine is in the name
     * of a run, and where little is gained names stay.
     */
    record Extended(String name, EngineChoice earlier, EngineType newer) implements EngineChoice {
        private static final double MOST = 0.75;

        @Override
        public EngineType resolve(Workload workload) {
            EngineType known = earlier.resolve(workload);
            return newer.serves(workload) && newer.frozenCost(workload) <= MOST * known.frozenCost(workload)
                    ? newer
                    : known;
        }

        @Override
        public boolean isTheory() {
            return false;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** An engine that a specification insists on. */
    record Only(EngineType engine) implements EngineChoice {
        @Override
        public EngineType resolve(Workload workload) {
            engine.refusal(workload).ifPresent(reason -> {
                throw new IllegalArgumentException(
                        "Invalid engine: " + engine + " (" + reason + "; auto finds one that does)");
            });
            return engine;
        }

        @Override
        public boolean isTheory() {
            return engine.isTheory();
        }

        @Override
        public String toString() {
            return engine.toString();
        }
    }
}
