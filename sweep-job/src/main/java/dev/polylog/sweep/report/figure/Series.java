package dev.polylog.sweep.report.figure;

/**
 * Where a curve or a point belongs in figures of many.
 *
 * @param panel the small picture it is in, such as {@code inputs = gaussian}; empty if there is but one
 * @param line which of the curves in there, such as {@code 64}: a number if all of them are, for these get a ramp of
 *     colours instead of distinct ones
 * @param d dimension of the inputs
 */
public record Series(String panel, String line, double d) {

    public Series {
        if (!(d > 0)) {
            throw new IllegalArgumentException("Invalid dimension: " + d + " (expected a positive number)");
        }
    }
}
