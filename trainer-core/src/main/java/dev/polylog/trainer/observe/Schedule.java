package dev.polylog.trainer.observe;

import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * When a run is observed. Step 0 and the last step are checkpoints under every schedule.
 *
 * <p>Its text is canonical: it enters the identity of a run.
 */
public sealed interface Schedule permits Schedule.Every, Schedule.Points {

    /** The checkpoints of a run of at most {@code lastStep} steps. */
    Checkpoints checkpoints(long lastStep);

    /** Tells whether a step is a checkpoint. */
    @FunctionalInterface
    interface Checkpoints {
        boolean contains(long step);
    }

    /** Every n-th step. */
    record Every(long interval) implements Schedule {
        public Every {
            if (interval < 1) {
                throw new IllegalArgumentException("Invalid observe: " + interval + " (expected at least 1)");
            }
        }

        @Override
        public Checkpoints checkpoints(long lastStep) {
            return step -> step % interval == 0 || step == lastStep;
        }

        @Override
        public String toString() {
            return Long.toString(interval);
        }
    }

    /** How {@link Points} are spread. */
    enum Spacing {
        LINEAR,
        LOG;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A number of points between the first and the last step of the budget, evenly spaced in the step or in its
     * logarithm; points that round to the same step count once.
     */
    record Points(int points, Spacing spacing) implements Schedule {
        public static final int MAX_POINTS = 100_000;

        public Points {
            if (points < 2 || points > MAX_POINTS) {
                throw new IllegalArgumentException(
                        "Invalid observe points: " + points + " (expected 2 to " + MAX_POINTS + ")");
            }
        }

        @Override
        public Checkpoints checkpoints(long lastStep) {
            NavigableSet<Long> steps = new TreeSet<>();
            steps.add(0L);
            steps.add(lastStep);
            for (int i = 0; i < points; i++) {
                double fraction = (double) i / (points - 1);
                steps.add(
                        switch (spacing) {
                            case LINEAR -> Math.round(1 + fraction * (lastStep - 1));
                            case LOG -> Math.round(StrictMath.pow((double) lastStep, fraction));
                        });
            }
            return steps::contains;
        }

        @Override
        public String toString() {
            return points + " " + spacing;
        }
    }
}
