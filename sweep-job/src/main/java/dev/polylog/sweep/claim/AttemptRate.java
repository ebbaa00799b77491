package dev.polylog.sweep.claim;

import dev.polylog.sweep.evidence.RunPlace;
import dev.polylog.sweep.evidence.RunStart;
import dev.polylog.sweep.grid.Measure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The share of the runs with a trajectory that learned, or of those that did not. Runs that failed or were rejected are neither.
 *
 * @param counted what counts
 */
record AttemptRate(Ending counted) implements Statistic {

    /** What may come of an attempt. */
    enum Ending {
        FAILURE(
                "failure-rate",
                "share of the runs with a trajectory that did not learn; rejected runs are not among them"),
        SUCCESS("success-rate", "share of the runs with a trajectory that learned; rejected runs are not among them");

        private final String statistic;
        private final String meaning;

        Ending(String statistic, String meaning) {
            this.statistic = statistic;
            this.meaning = meaning;
        }
    }

    private static final String ERROR = "test_error";

    @Override
    public String name() {
        return counted.statistic;
    }

    @Override
    public String meaning() {
        return counted.meaning;
    }

    @Override
    public String interval() {
        return Proportions.INTERVAL;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.number(
                        "final-error",
                        "test error at the last checkpoint up to which a run has succeeded; without it, what the sweep stops at counts"),
                Parameter.word(
                        "start",
                        StartingPoint.WORDS,
                        "of the four points, at which no neuron is active at the start: one of class 1 (dead-class-1), of class 0"
                                + " alone (dead-class-0), or none (none-dead); all runs if it is left out"));
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        List<Attempt> attempts = attempts(cells, asked);
        Optional<StartingPoint> start = asked.word("start").map(StartingPoint::named);
        if (start.isPresent()) {
            Set<RunPlace> chosen = cells.starts().stream()
                    .filter(start.get()::holds)
                    .map(RunStart::place)
                    .collect(Collectors.toSet());
            attempts = attempts.stream()
                    .filter(attempt -> chosen.contains(attempt.place()))
                    .toList();
        }
        if (attempts.isEmpty()) {
            return new Unmeasured(start.isPresent() ? "no run with a trajectory starts so" : "no run has a trajectory");
        }
        long of =
                attempts.stream().filter(attempt -> attempt.ending() == counted).count();
        return Proportions.share((int) of, attempts.size());
    }

    private record Attempt(RunPlace place, Ending ending) {}

    private static List<Attempt> attempts(ClaimedCells cells, Measure asked) {
        Optional<Double> finalError = asked.number("final-error");
        if (finalError.isPresent()) {
            return cells.finals(ERROR).stream()
                    .map(run -> new Attempt(
                            run.place(),
                            run.outcome().isComplete() && run.value() <= finalError.get()
                                    ? Ending.SUCCESS
                                    : Ending.FAILURE))
                    .toList();
        }
        return cells.crossings().stream()
                .map(run -> new Attempt(run.place(), run.crossing().isReached() ? Ending.SUCCESS : Ending.FAILURE))
                .toList();
    }
}
