package dev.polylog.trainer.engine;

import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The length of an array that a run needs.
 *
 * @param field the field that makes it long
 * @param value its value
 * @param what the array holds, in words
 * @param numbers elements; {@link Long#MAX_VALUE} stands for that many or more
 */
public record Extent(String field, long value, String what, long numbers) {
    /** The longest array of every Java virtual machine. */
    public static final int LONGEST = Integer.MAX_VALUE - 8;

    static Extent longest(Extent... extents) {
        return Stream.of(extents).max(Comparator.comparingLong(Extent::numbers)).orElseThrow();
    }

    /** The elements of a matrix, both numbers at least 0. */
    public static long product(long rows, long columns) {
        return Math.multiplyHigh(rows, columns) > 0 || rows * columns < 0 ? Long.MAX_VALUE : rows * columns;
    }

    /**
     * Refuses what no virtual machine has.
     *
     * @throws IllegalArgumentException if the array is too long, with the name of its field
     */
    public void check() {
        if (numbers > LONGEST) {
            throw new IllegalArgumentException("Invalid " + field + ": " + value + " (" + what + " is "
                    + (numbers == Long.MAX_VALUE ? "at least " : "") + numbers + " numbers, expected at most " + LONGEST
                    + ")");
        }
    }
}
