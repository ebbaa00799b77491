package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.growth.SignalRate;
import dev.polylog.sweep.evidence.RunSnapshot;
import dev.polylog.sweep.grid.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How fast the signal of neurons grows from the start. */
record GrowthRate() implements Statistic {
    @Override
    public String name() {
        return "growth-rate";
    }

    @Override
    public String meaning() {
        return "rate at which the neurons' signal grows from step 0 to a later snapshot, over step-size; needs `snapshots`";
    }

    @Override
    public String interval() {
        return Means.INTERVAL + ", because neurons of a run share its batches";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.number("step", "of the later snapshot; the first after 0 if it is left out"));
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        Optional<Double> step = asked.number("step");
        Map<String, RunSnapshot> starts = new LinkedHashMap<>();
        Map<String, RunSnapshot> later = new LinkedHashMap<>();
        for (RunSnapshot snapshot : cells.snapshots()) {
            if (snapshot.step() == 0) {
                starts.put(snapshot.run(), snapshot);
            } else if (step.isEmpty() || step.get() == snapshot.step()) {
                later.putIfAbsent(snapshot.run(), snapshot);
            }
        }
        List<Double> rates = new ArrayList<>();
        starts.forEach((run, start) -> {
            RunSnapshot end = later.get(run);
            double eta = cells.spec(start.cell()).training().stepSize();
            if (end != null && eta > 0) {
                rates.add(SignalRate.ofRun(start.neurons(), end.neurons(), end.step(), eta));
            }
        });
        return rates.isEmpty()
                ? new Unmeasured("no run has snapshots of its neurons at step 0 and later")
                : Means.of(rates, "");
    }
}
