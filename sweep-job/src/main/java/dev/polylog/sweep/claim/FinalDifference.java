package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.numeric.MeanDifference;
import dev.polylog.sweep.grid.Measure;
import java.util.List;
import java.util.stream.Stream;

/** How much larger an observable is in the end in one cell than in another. */
record FinalDifference() implements Statistic {
    @Override
    public String name() {
        return "final-difference";
    }

    @Override
    public String meaning() {
        return "mean of an observable at the last checkpoint in one cell, less that in another";
    }

    @Override
    public String interval() {
        return "Welch's t, over runs";
    }

    @Override
    public List<Parameter> parameters() {
        return Stream.concat(
                        Stream.of(Parameter.observable("observable", "column of `trajectories`")),
                        Pair.PARAMETERS.stream())
                .toList();
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        String observable = asked.word("observable").orElseThrow();
        return Pair.of(cells, asked, (of, to) -> {
            List<Double> first = Means.complete(of.finals(observable));
            List<Double> second = Means.complete(to.finals(observable));
            if (first.size() < 2 || second.size() < 2) {
                return new Unmeasured("fewer than two runs of a cell have a value");
            }
            MeanDifference difference = MeanDifference.of(first, second);
            return Measurement.finite(
                    difference.value(), difference.interval(), (long) first.size() + second.size(), "");
        });
    }
}
