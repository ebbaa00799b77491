package dev.polylog.trainer.engine;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The length of an array that a run needs.
 *
 * @param field the field that makes it long
 * @param value its value
 * @param what the array holds, in words
 * @param numbers elements
 */
public record Extent(String field, int value, String what, long numbers) {
    /** The longest array of every Java virtual machine. */
    public static final int LONGEST = Integer.MAX_VALUE - 8;

    static Extent longest(Extent... extents) {
        return Stream.of(extents).max(Comparator.comparingLong(Extent::numbers)).orElseThrow();
    }

    /**
     * Refuses what no virtual machine has.
     *
     * @throws IllegalArgumentException if the array is too long, with the name of its field
     */
    public void check() {
        if (numbers > LONGEST) {
            throw new IllegalArgumentException("Invalid " + field + ": " + value + " (" + what + " is " + numbers
                    + " numbers, expected at most " + LONGEST + ")");
        }
    }
}
