package dev.polylog.trainer.network;

/**
 * A number that some variant of an axis takes, such as the slope of a leaky ReLU: a field of sweep files, which has an effect
 * with the variants that take it only.
 *
 * @param name as sweep files write it
 * @param usual its default
 * @param min smallest value
 * @param max largest value
 * @param meaning one line for the documentation
 */
public record Parameter(String name, double usual, double min, double max, String meaning) {
    /** A number of at least 0, below 1. */
    public static Parameter decay(String name, double usual, String meaning) {
        return new Parameter(name, usual, 0, 0.999999, meaning);
    }

    @Override
    public String toString() {
        return name;
    }
}
