package dev.polylog.sweep.grid;

import dev.polylog.trainer.run.Field;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One direction of a grid. */
public sealed interface Axis {

    int MAX_SIZE = 100_000;

    /** The fields that it sets, in the order of the registry. */
    List<? extends Line<?>> lines();

    /** Number of positions. */
    int size();

    /** The values of one field. */
    record Line<T>(Field<T> field, List<Setting<T>> values) implements Axis {
        public Line {
            values = List.copyOf(values);
            checkSize(field.name(), values.size());
        }

        @Override
        public List<Line<T>> lines() {
            return List.of(this);
        }

        @Override
        public int size() {
            return values.size();
        }

        /** Whether it has more than one value. */
        boolean varies() {
            return values.stream().anyMatch(value -> !value.equals(values.get(0)));
        }

        @Override
        public String toString() {
            return values.size() + " " + field;
        }
    }

    /** The values of several fields that move together. */
    record Zip(List<Line<?>> lines) implements Axis {
        public Zip {
            if (lines.isEmpty()) {
                throw new IllegalArgumentException("Invalid zip: no fields (expected at least one)");
            }
            lines = lines.stream()
                    .sorted(Comparator.comparingInt(line -> Slots.of(line.field())))
                    .toList();
            Set<Integer> sizes = new HashSet<>();
            lines.forEach(line -> sizes.add(line.size()));
            if (sizes.size() > 1) {
                String lengths = lines.stream().map(Line::toString).collect(Collectors.joining(" and "));
                throw new IllegalArgumentException(
                        "Invalid zip: " + lengths + " values (expected lists of equal length)");
            }
        }

        @Override
        public int size() {
            return lines.get(0).size();
        }

        @Override
        public String toString() {
            return size() + " "
                    + lines.stream().map(line -> line.field().name()).collect(Collectors.joining("/"));
        }
    }

    private static void checkSize(String name, int size) {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException(
                    "Invalid " + name + ": " + size + " values (expected 1 to " + MAX_SIZE + ")");
        }
    }
}
