package dev.polylog.sweep.claim;

import dev.polylog.sweep.grid.Measure;
import java.util.List;

/** Which part of the errors is made at some distance from the boundary. */
record DistanceShare() implements Statistic {
    @Override
    public String name() {
        return "distance-share";
    }

    @Override
    public String meaning() {
        return "share of all misjudged test samples that lie in these tenths by distance from the boundary, over runs that"
                + " misjudge any; needs `snapshots`";
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
        return Tenths.of(cells, asked).share(Tenths.among(asked));
    }
}
