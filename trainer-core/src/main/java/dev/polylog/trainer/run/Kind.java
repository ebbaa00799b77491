package dev.polylog.trainer.run;

import dev.polylog.trainer.observe.Schedule;
import java.util.List;
import java.util.stream.Collectors;

/** The type of a field and the values it admits. */
public sealed interface Kind<T> {

    /** The admitted values in words, such as {@code a whole number from 1 to 100}. */
    String expected();

    /** Whether the value is admitted. */
    boolean admits(T value);

    /** A whole number from {@code min} to {@code max}. */
    record Whole(long min, long max) implements Kind<Long> {
        @Override
        public String expected() {
            return max == Long.MAX_VALUE || max == Integer.MAX_VALUE
                    ? "a whole number of at least " + min
                    : "a whole number from " + min + " to " + max;
        }

        @Override
        public boolean admits(Long value) {
            return value >= min && value <= max;
        }
    }

    /** A finite number from {@code min} to {@code max}. */
    record Real(double min, double max) implements Kind<Double> {
        @Override
        public String expected() {
            if (min == Double.MIN_VALUE) {
                return "a number greater than 0";
            }
            return max == Double.MAX_VALUE
                    ? "a number of at least " + Canonical.text(min)
                    : "a number from " + Canonical.text(min) + " to " + Canonical.text(max);
        }

        @Override
        public boolean admits(Double value) {
            return value >= min && value <= max;
        }
    }

    /** One of a few values, named by their {@code toString}. */
    record Choice<T>(List<T> values) implements Kind<T> {
        @Override
        public String expected() {
            return values.stream().map(Object::toString).collect(Collectors.joining(", "));
        }

        @Override
        public boolean admits(T value) {
            return values.contains(value);
        }
    }

    /** A list of steps. */
    record Steps() implements Kind<List<Long>> {
        @Override
        public String expected() {
            return "a list of steps, such as [0, 1000]";
        }

        @Override
        public boolean admits(List<Long> value) {
            return value.stream().allMatch(step -> step >= 0);
        }
    }

    /** A schedule of checkpoints. */
    record Checkpoints() implements Kind<Schedule> {
        @Override
        public String expected() {
            return "a whole number of at least 1, or { points = 60, spacing = log } with 2 to "
                    + Schedule.Points.MAX_POINTS + " points and spacing log or linear";
        }

        @Override
        public boolean admits(Schedule value) {
            return true;
        }
    }
}
