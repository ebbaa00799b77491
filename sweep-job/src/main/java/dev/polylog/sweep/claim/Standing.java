package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.grid.Relation;
import java.util.Locale;

/** What the data say of a claim. */
public enum Standing {
    /** The whole interval is where the claim says. */
    HOLDS,
    /** The whole interval is elsewhere. */
    FAILS,
    /** The interval is on both sides, or there is none. */
    UNDECIDED;

    /** Bounds belong to where the claim is true. */
    static Standing of(Relation relation, Reading reading) {
        if (!(reading instanceof Measurement measurement)) {
            return UNDECIDED;
        }
        Interval interval = measurement.interval();
        if (interval.lower() >= relation.least() && interval.upper() <= relation.most()) {
            return HOLDS;
        }
        return interval.upper() < relation.least() || interval.lower() > relation.most() ? FAILS : UNDECIDED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
