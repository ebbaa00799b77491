package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.survival.Proportion;
import dev.polylog.sweep.evidence.RunCrossing;
import dev.polylog.sweep.evidence.RunValue;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Measure;
import java.util.List;
import java.util.Optional;

/** How many of the runs with a trajectory succeeded. Runs that failed or were rejected are neither successes nor failures. */
final class Attempts {
    static final List<Parameter> PARAMETERS = List.of(
            Parameter.number(
                    "final-error",
                    "test error at the last checkpoint up to which a run has succeeded; without it, what the sweep stops at counts"));

    static final String INTERVAL = "Wilson's score interval, over runs";

    private static final String ERROR = "test_error";

    private Attempts() {}

    static Proportion successes(ClaimedCells cells, Measure asked) {
        Optional<Double> finalError = asked.number("final-error");
        if (finalError.isPresent()) {
            List<RunValue> runs = cells.finals(ERROR);
            return new Proportion(
                    (int) runs.stream()
                            .filter(run -> run.outcome().isComplete() && run.value() <= finalError.get())
                            .count(),
                    runs.size());
        }
        List<RunCrossing> runs = cells.crossings();
        return new Proportion(
                (int) runs.stream().filter(run -> run.crossing().isReached()).count(), runs.size());
    }

    static Reading share(int of, int runs) {
        if (runs == 0) {
            return new Unmeasured("no run has a trajectory");
        }
        Proportion share = new Proportion(of, runs);
        Interval interval = share.wilson(Confidence.USUAL);
        return new Measurement(
                share.value(), interval, runs, Numerals.count(of) + " of " + Numerals.count(runs, "run"));
    }
}
