package dev.polylog.sweep.claim;

import dev.polylog.sweep.grid.Measure;
import java.util.List;

/** The test error of samples at some distance from the boundary. */
record DistanceError() implements Statistic {
    @Override
    public String name() {
        return "distance-error";
    }

    @Override
    public String meaning() {
        return "test error over tenths of the test samples, sorted by distance from the boundary; needs `snapshots`";
    }

    @Override
    public String interval() {
        return Means.INTERVAL;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Tenths.FROM, Tenths.TO, Tenths.STEP);
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        return Tenths.of(cells, asked).error(Tenths.among(asked));
    }
}
