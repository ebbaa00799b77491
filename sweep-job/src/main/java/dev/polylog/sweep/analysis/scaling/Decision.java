package dev.polylog.sweep.analysis.scaling;

/** How a comparison of laws ended. */
public enum Decision {
    /** One law describes the data, and no other does nearly as well. */
    SUPPORTED,
    /** Several laws do, or the range of x is too short to tell laws apart. */
    UNDECIDED,
    /** Every law is refuted by the cells' own medians. */
    NO_LAW_FITS,
    /** No law could be fitted. */
    TOO_LITTLE_DATA
}
