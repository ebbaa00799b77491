package dev.polylog.sweep.analysis.scaling;

/**
 * One thing that a comparison of laws says.
 *
 * @param words whole sentences
 */
public record Finding(Kind kind, String words) {
    /** What a finding is about. Readers who have room for a few findings choose by this. */
    public enum Kind {
        /** Runs and cells that there are, and those that are censored or left out. */
        DATA,
        /** Which law is supported, or why none is. */
        DECISION,
        /** Laws that are far from the best. */
        RULED_OUT,
        /** Whether the additive log law has a logarithm. */
        COEFFICIENT,
        /** A measured coefficient beside the one that theory predicts. */
        PREDICTION,
        /** What would be misread without a warning. */
        CAVEAT,
        /** A law's prediction of the cell that it was fitted without. */
        HOLD_OUT,
        /** How hyper-parameters change along the axis. */
        PATH
    }
}
