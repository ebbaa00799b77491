package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.scaling.PowerLaw;
import dev.polylog.sweep.grid.Measure;

/** alpha of n* = c d^alpha. */
record Exponent() implements Statistic {
    @Override
    public String name() {
        return "exponent";
    }

    @Override
    public String meaning() {
        return "alpha of n* = c d^alpha, fitted to the cells along d; an additive constant looks like a power";
    }

    @Override
    public String interval() {
        return FittedLaws.INTERVAL;
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        return FittedLaws.parameter(cells, PowerLaw.POWER, "alpha");
    }
}
