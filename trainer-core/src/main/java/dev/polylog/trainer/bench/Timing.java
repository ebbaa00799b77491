package dev.polylog.trainer.bench;

/**
 * Nanoseconds of a piece of work.
 *
 * @param median of the repeats
 * @param least of them
 * @param most of them
 */
public record Timing(double median, double least, double most) {

    /** Half the range of the repeats, as a share of the median. */
    public double spread() {
        return (most - least) / (2 * median);
    }
}
