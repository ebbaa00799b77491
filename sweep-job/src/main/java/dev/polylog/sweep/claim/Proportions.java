package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.survival.Proportion;
import dev.polylog.sweep.format.Numerals;

/** Shares of runs, with Wilson's interval. */
final class Proportions {
    static final String INTERVAL = "Wilson's score interval, over runs";

    private Proportions() {}

    /** @param runs at least one */
    static Reading share(int of, int runs) {
        Proportion share = new Proportion(of, runs);
        return new Measurement(
                share.value(),
                share.wilson(Confidence.USUAL),
                runs,
                Numerals.count(of) + " of " + Numerals.count(runs, "run"));
    }
}
