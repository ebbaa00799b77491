package dev.polylog.sweep.claim;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.numeric.KolmogorovSmirnov;
import dev.polylog.sweep.evidence.RunCrossing;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.grid.Measure;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * How far apart the laws of two cells are. No data can show that laws are the same, but they can show that no distribution function of n*
 * or of an observable at the end differs anywhere by more than some number. All comparisons count together: with a probability of 95 %
 * every one of the distances between the laws lies within the margins of both samples of the measured one, and so does the largest.
 */
record SameLaw() implements Statistic {
    /** That some comparison of equal laws is said to differ. */
    private static final double FALSE_ALARM = 0.01;

    private static final int FEWEST = 10;

    private static final List<String> OBSERVABLES =
            List.of("test_loss", "signal_norm", "opposite_norm", "perpendicular_norm", "output_norm", "alignment");

    /** Samples of one quantity, by their sizes and how far apart they are. */
    private record Comparison(int of, int to, double distance) {
        static Optional<Comparison> between(double[] of, double[] to) {
            boolean isKnown = of.length >= FEWEST
                    && to.length >= FEWEST
                    && DoubleStream.concat(Arrays.stream(of), Arrays.stream(to)).anyMatch(Double::isFinite);
            return isKnown
                    ? Optional.of(new Comparison(of.length, to.length, KolmogorovSmirnov.distance(of, to)))
                    : Optional.empty();
        }

        double margin(double falseAlarm) {
            return KolmogorovSmirnov.margin(of, falseAlarm / 2) + KolmogorovSmirnov.margin(to, falseAlarm / 2);
        }

        double pValue() {
            return KolmogorovSmirnov.pValue(distance, of, to);
        }
    }

    @Override
    public String name() {
        return "same-law";
    }

    @Override
    public String meaning() {
        return "largest Kolmogorov-Smirnov distance between two cells, over n* and the final "
                + String.join(", ", OBSERVABLES)
                + "; 0 if all have the same law";
    }

    @Override
    public String interval() {
        return "the bands of Dvoretzky, Kiefer, Wolfowitz and Massart around both samples, for all comparisons at once (Bonferroni)";
    }

    @Override
    public List<Parameter> parameters() {
        return Pair.PARAMETERS;
    }

    @Override
    public Reading of(ClaimedCells cells, Measure asked) {
        return Pair.of(cells, asked, SameLaw::compare);
    }

    private static Reading compare(ClaimedCells of, ClaimedCells to) {
        Map<String, Comparison> all = new LinkedHashMap<>();
        Comparison.between(crossings(of), crossings(to)).ifPresent(comparison -> all.put("n*", comparison));
        for (String observable : OBSERVABLES) {
            Comparison.between(finals(of, observable), finals(to, observable))
                    .ifPresent(comparison -> all.put(observable, comparison));
        }
        if (all.isEmpty()) {
            return new Unmeasured("fewer than " + FEWEST + " runs of a cell have a value");
        }
        double largest = 0;
        double margin = 0;
        double likeliest = 1;
        String farthest = "";
        long runs = 0;
        for (Map.Entry<String, Comparison> each : all.entrySet()) {
            Comparison comparison = each.getValue();
            if (comparison.distance() >= largest) {
                largest = comparison.distance();
                farthest = each.getKey();
            }
            margin = Math.max(margin, comparison.margin((1 - Confidence.USUAL) / all.size()));
            likeliest = Math.min(likeliest, comparison.pValue());
            runs = Math.max(runs, (long) comparison.of() + comparison.to());
        }
        double familyWise = Math.min(1, likeliest * all.size());
        return new Measurement(
                largest,
                new Interval(Math.max(0, largest - margin), Math.min(1, largest + margin)),
                runs,
                "of " + farthest + "; two-sample tests "
                        + (familyWise < FALSE_ALARM ? "tell the cells apart" : "do not tell the cells apart")
                        + " at a family-wise false-alarm rate of " + Numerals.plain(100 * FALSE_ALARM) + " % (p = "
                        + Numerals.significant(familyWise) + " of "
                        + Numerals.count(all.size(), "comparison") + ")");
    }

    /** Runs that never got there come last. */
    private static double[] crossings(ClaimedCells cells) {
        return cells.crossings().stream()
                .map(RunCrossing::crossing)
                .mapToDouble(crossing -> crossing.upper())
                .toArray();
    }

    /** Runs without a number, such as those that diverged, come last. */
    private static double[] finals(ClaimedCells cells, String observable) {
        return cells.finals(observable).stream()
                .mapToDouble(run -> run.outcome().isComplete() && !Double.isNaN(run.value())
                        ? run.value()
                        : Double.POSITIVE_INFINITY)
                .toArray();
    }
}
