package dev.polylog.sweep.report.figure;

/**
 * How many samples one run needed.
 *
 * @param group the cell without its dimension, such as {@code inputs = gaussian}
 * @param d dimension of the inputs
 * @param samples at which the run reached its target, or at which it ended without having reached it
 */
public record RunSamples(String group, double d, double samples, Status status) {

    /** Whether a run's number is known. */
    public enum Status {
        REACHED,
        /** It needs more than that. */
        CENSORED
    }
}
