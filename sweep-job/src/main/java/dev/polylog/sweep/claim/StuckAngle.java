package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.growth.FourPoints;
import dev.polylog.sweep.grid.Measure;
import java.util.List;

/** Where the neurons of stuck runs point. */
record StuckAngle() implements Statistic {
    @Override
    public String name() {
        return "stuck-angle";
    }

    @Override
    public String meaning() {
        return "mean of sin(2 phi) over the active neurons, by norm, of runs on the four points that end with an error: 1 if all point along"
                + " (1, 1), -1 if all point along (1, -1), which is right for XOR; needs `snapshots = [last]`";
    }

    @Override
    public String interval() {
        return Means.INTERVAL;
    }

    @Override
    public List<Parameter> parameters() {
        return StuckRuns.PARAMETERS;
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        List<Double> angles = StuckRuns.of(cells, asked).stream()
                .map(FourPoints::diagonality)
                .filter(Double::isFinite)
                .toList();
        return angles.size() < 2
                ? new Unmeasured("fewer than two runs with a snapshot of their end got stuck with an active neuron")
                : Means.of(angles, "");
    }
}
