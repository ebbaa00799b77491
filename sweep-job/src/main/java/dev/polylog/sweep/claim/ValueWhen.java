package dev.polylog.sweep.claim;

import dev.polylog.sweep.evidence.Trajectory;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Measure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/** The mean of an observable when another one gets somewhere. */
record ValueWhen() implements Statistic {
    private static final String AT_MOST = "at-most";
    private static final String AT_LEAST = "at-least";

    @Override
    public String name() {
        return "value-when";
    }

    @Override
    public String meaning() {
        return "mean of an observable at the first checkpoint at which another is at most, or at least, so large; over runs that get there";
    }

    @Override
    public String interval() {
        return Means.INTERVAL;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                Parameter.observable("observable", "column of `trajectories`"),
                Parameter.observable("when", "column that gets there"),
                Parameter.number(AT_MOST, "where it gets to, if it falls"),
                Parameter.number(AT_LEAST, "where it gets to, if it rises"));
    }

    @Override
    public Optional<String> objection(Measure asked) {
        return asked.number(AT_MOST).isPresent() == asked.number(AT_LEAST).isPresent()
                ? Optional.of("expected one of " + AT_MOST + " and " + AT_LEAST)
                : Optional.empty();
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        String observable = asked.word("observable").orElseThrow();
        String when = asked.word("when").orElseThrow();
        Optional<Double> most = asked.number(AT_MOST);
        double level = most.or(() -> asked.number(AT_LEAST)).orElseThrow();
        DoublePredicate isThere = most.isPresent() ? value -> value <= level : value -> value >= level;
        List<Trajectory> runs = cells.trajectories();
        List<Double> values = runs.stream()
                .flatMap(run ->
                        first(run.values(when), isThere).mapToObj(checkpoint -> run.values(observable)[checkpoint]))
                .filter(Double::isFinite)
                .toList();
        if (values.size() < 2) {
            return new Unmeasured("fewer than two runs get there");
        }
        int missing = runs.size() - values.size();
        return Means.of(values, missing == 0 ? "" : Numerals.count(missing, "run") + " never got there");
    }

    private static IntStream first(double[] values, DoublePredicate isThere) {
        OptionalInt first = IntStream.range(0, values.length)
                .filter(checkpoint -> isThere.test(values[checkpoint]))
                .findFirst();
        return first.stream();
    }
}
