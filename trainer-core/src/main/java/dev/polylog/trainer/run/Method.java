package dev.polylog.trainer.run;

import dev.polylog.trainer.engine.EngineType;
import java.util.Locale;

/** How a run learns from its samples. */
public sealed interface Method permits Method.Sgd, Method.Ridge {

    /** What sweep files call it. */
    Name name();

    /** What computes it: the engine of SGD, or the name of another method. */
    default String computation() {
        return name().toString();
    }

    /** Whether samples are drawn one by one. */
    default boolean drawsSamples() {
        return true;
    }

    /** How that works, in words. */
    String idea();

    /** The names of all methods. */
    enum Name {
        SGD,
        RIDGE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Steps of SGD.
     *
     * @param engine that computes them
     */
    record Sgd(EngineType engine) implements Method {
        @Override
        public Name name() {
            return Name.SGD;
        }

        @Override
        public String idea() {
            return engine.idea();
        }

        @Override
        public boolean drawsSamples() {
            return engine.drawsSamples();
        }

        @Override
        public String computation() {
            return engine.toString();
        }
    }

    /** No steps: at each checkpoint the second layer is fitted to all samples until then by ridge regression. */
    record Ridge() implements Method {
        @Override
        public Name name() {
            return Name.RIDGE;
        }

        @Override
        public String idea() {
            return "a fit of all samples at each checkpoint";
        }
    }
}
