package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.scaling.Additive;
import dev.polylog.sweep.grid.Measure;

/** c1 of n* = d (c0 + c1 log d). */
record LawCoefficient() implements Statistic {
    @Override
    public String name() {
        return "law-coefficient";
    }

    @Override
    public String meaning() {
        return "c1 of n* = d (c0 + c1 log d), fitted to the cells along d";
    }

    @Override
    public String interval() {
        return FittedLaws.INTERVAL;
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        return FittedLaws.parameter(cells, Additive.LOG, "c1");
    }
}
