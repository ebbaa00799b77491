package dev.polylog.sweep.analysis.scaling;

/** How the standard deviation sigma of log n* over replicates depends on the cell. */
public enum Spread {
    /** The same in all cells. */
    COMMON,
    /** log sigma is linear in log x: one more parameter, the slope. */
    TREND
}
