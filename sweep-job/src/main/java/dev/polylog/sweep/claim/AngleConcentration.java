package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.growth.Angles;
import dev.polylog.sweep.evidence.RunSnapshot;
import dev.polylog.sweep.grid.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How closely neurons point along the four directions. */
record AngleConcentration() implements Statistic {
    @Override
    public String name() {
        return "angle-concentration";
    }

    @Override
    public String meaning() {
        return "mean of -cos(4 phi) over neurons, by mass, phi the angle in the label plane: 1 if all point along the four"
                + " directions, 0 if none is favoured; needs `snapshots`";
    }

    @Override
    public String interval() {
        return Means.INTERVAL;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.number("step", "of the snapshot; the last if it is left out"));
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        Optional<Double> step = asked.number("step");
        Map<String, RunSnapshot> last = new LinkedHashMap<>();
        for (RunSnapshot snapshot : cells.snapshots()) {
            if (step.isEmpty() || step.get() == snapshot.step()) {
                last.put(snapshot.run(), snapshot);
            }
        }
        List<Double> runs = last.values().stream()
                .map(snapshot -> Angles.concentration(snapshot.neurons()))
                .toList();
        return runs.isEmpty() ? new Unmeasured("no run has a snapshot of its neurons there") : Means.of(runs, "");
    }
}
