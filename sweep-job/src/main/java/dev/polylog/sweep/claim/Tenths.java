package dev.polylog.sweep.claim;

import dev.polylog.sweep.evidence.RunTenth;
import dev.polylog.sweep.grid.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Test errors of runs by distance from the boundary, at one snapshot. */
record Tenths(List<List<RunTenth>> runs) {
    static final Parameter STEP = Parameter.number("step", "of the snapshot; the last if it is left out");
    static final Parameter FROM =
            Parameter.number("from-tenth", "the nearest that counts; 1, at the boundary, if it is left out");
    static final Parameter TO = Parameter.number("to-tenth", "the farthest that counts; 10 if it is left out");

    private static final Unmeasured NONE = new Unmeasured("no run has test errors by distance there");

    /** Those of the step that is asked for. */
    static Tenths of(ClaimedCells cells, Measure asked) {
        Map<String, List<RunTenth>> found = new LinkedHashMap<>();
        for (RunTenth tenth : cells.distances()) {
            if (asked.number("step").map(step -> step == tenth.step()).orElse(true)) {
                List<RunTenth> known = found.computeIfAbsent(tenth.run(), run -> new ArrayList<>());
                known.removeIf(earlier -> earlier.step() < tenth.step());
                known.add(tenth);
            }
        }
        return new Tenths(List.copyOf(found.values()));
    }

    /** Whether a tenth counts. */
    static Predicate<RunTenth> among(Measure asked) {
        double from = asked.number("from-tenth").orElse(1.0);
        double to = asked.number("to-tenth").orElse(10.0);
        return tenth -> from <= tenth.tenth() && tenth.tenth() <= to;
    }

    /** Share of the samples in these tenths that are misjudged, a mean over runs. */
    Reading error(Predicate<RunTenth> among) {
        return mean(runs.stream()
                .map(run -> errors(run, among)
                        / run.stream().filter(among).mapToInt(RunTenth::samples).sum())
                .toList());
    }

    /** Share of the misjudged samples that are in these tenths, a mean over runs that have any. */
    Reading share(Predicate<RunTenth> among) {
        return mean(runs.stream()
                .map(run -> errors(run, among) / errors(run, tenth -> true))
                .toList());
    }

    private static Reading mean(List<Double> values) {
        return values.isEmpty() ? NONE : Means.of(values, "");
    }

    private static double errors(List<RunTenth> run, Predicate<RunTenth> among) {
        return run.stream().filter(among).mapToDouble(RunTenth::errors).sum();
    }
}
