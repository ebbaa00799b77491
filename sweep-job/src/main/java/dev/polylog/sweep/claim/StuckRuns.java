package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.growth.Neuron;
import dev.polylog.sweep.evidence.RunPlace;
import dev.polylog.sweep.evidence.RunSnapshot;
import dev.polylog.sweep.evidence.RunValue;
import dev.polylog.sweep.grid.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs on the four points that ended with an error, as they were in the end. */
final class StuckRuns {
    static final List<Parameter> PARAMETERS = List.of(Parameter.number(
            "least-error",
            "test error at the last checkpoint from which on a run counts as stuck; any above 0 if it is left out"));

    private StuckRuns() {}

    /** The neurons of each at its last snapshot; of runs without snapshots, none. */
    static List<List<Neuron>> of(ClaimedCells cells, Measure asked) {
        double least = asked.number("least-error").orElse(Double.MIN_VALUE);
        Set<RunPlace> stuck = cells.finals("test_error").stream()
                .filter(run -> run.outcome().isComplete() && run.value() >= least)
                .map(RunValue::place)
                .collect(Collectors.toSet());
        Map<RunPlace, List<Neuron>> ends = new LinkedHashMap<>();
        for (RunSnapshot snapshot : cells.manySnapshots()) {
            if (stuck.contains(snapshot.place())) {
                ends.put(snapshot.place(), snapshot.neurons());
            }
        }
        return List.copyOf(ends.values());
    }
}
