package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.survival.Proportion;
import dev.polylog.sweep.grid.Measure;
import java.util.List;

/** The share of runs that did not learn. */
record FailureRate() implements Statistic {
    @Override
    public String name() {
        return "failure-rate";
    }

    @Override
    public String meaning() {
        return "share of the runs with a trajectory that did not learn; rejected runs are not among them";
    }

    @Override
    public String interval() {
        return Attempts.INTERVAL;
    }

    @Override
    public List<Parameter> parameters() {
        return Attempts.PARAMETERS;
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        Proportion successes = Attempts.successes(cells, asked);
        return Attempts.share(successes.trials() - successes.successes(), successes.trials());
    }
}
