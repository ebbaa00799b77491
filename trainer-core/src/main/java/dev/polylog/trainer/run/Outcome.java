package dev.polylog.trainer.run;

import java.util.Arrays;
import java.util.Locale;

/** How a run ended. */
public sealed interface Outcome {

    /** The ways in which a run can end, under the names of the column {@code outcome}. */
    enum Kind {
        /** A stop target was met. */
        REACHED,
        /** The budget or the patience ended first. */
        EXHAUSTED,
        /** A loss or a weight was not finite. */
        DIVERGED,
        /** No initialisation was acceptable. */
        REJECTED,
        /** Something went wrong that another attempt may not meet. */
        FAILED;

        /**
         * The kind of this name.
         *
         * @throws IllegalArgumentException if there is none
         */
        public static Kind parse(String name) {
            for (Kind kind : values()) {
                if (kind.toString().equals(name)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException(
                    "Invalid outcome: " + name + " (expected one of " + Arrays.toString(values()) + ")");
        }

        /** Whether it follows from the specification, so that the run is never trained again. */
        public boolean isFinal() {
            return this != FAILED;
        }

        /** Whether the run has checkpoints, from the first step on. */
        public boolean hasTrajectory() {
            return this != REJECTED && this != FAILED;
        }

        /** Whether the run was trained to its end, and all of it was finite. */
        public boolean isComplete() {
            return this == REACHED || this == EXHAUSTED;
        }

        /** The name in tables. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Kind kind();

    /** What a person wants to know beyond the kind; empty if nothing. */
    String detail();

    /** After {@code samples} training samples, the first of the checkpoints that met the target. */
    record Reached(String detail, long step, long samples) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.REACHED;
        }
    }

    record Exhausted(String detail) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.EXHAUSTED;
        }
    }

    /** At this step. */
    record Diverged(String detail, long step) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.DIVERGED;
        }
    }

    record Rejected(String detail) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.REJECTED;
        }
    }

    record Failed(String detail) implements Outcome {
        @Override
        public Kind kind() {
            return Kind.FAILED;
        }
    }
}
