package dev.polylog.sweep.claim;

import dev.polylog.sweep.grid.Measure;
import java.util.List;

/** The mean of an observable at the end. */
record FinalMean() implements Statistic {
    @Override
    public String name() {
        return "final-mean";
    }

    @Override
    public String meaning() {
        return "mean of an observable at the last checkpoint, over runs that did not diverge";
    }

    @Override
    public String interval() {
        return Means.INTERVAL;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.observable("observable", "column of `trajectories`"));
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        return Means.of(Means.complete(cells.finals(asked.word("observable").orElseThrow())), "");
    }
}
