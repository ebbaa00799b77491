package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.scaling.Additive;
import dev.polylog.sweep.analysis.scaling.Candidate;
import dev.polylog.sweep.analysis.scaling.Comparison;
import dev.polylog.sweep.analysis.scaling.ExpectedMedians;
import dev.polylog.sweep.analysis.scaling.Finding.Kind;
import dev.polylog.sweep.analysis.scaling.TheoryError;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.report.figure.Entry;
import dev.polylog.sweep.report.figure.FittedLaw;
import dev.polylog.sweep.report.figure.LeftOut;
import dev.polylog.sweep.report.figure.TextTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The laws of a group beside each other. */
final class LawTable {
    /**
     * What neither the table of groups nor a column of this one says: coefficients and predictions stand there, the path of
     * hyper-parameters is said once for all tables.
     */
    private static final Set<Kind> NOTED = EnumSet.of(Kind.DATA, Kind.DECISION, Kind.RULED_OUT, Kind.CAVEAT);

    private LawTable() {}

    /** What the columns mean, once for all tables. */
    static String legend(String axis) {
        return "In the tables of laws, ΔAICc is Akaike's corrected criterion minus the least, and the weight follows from it; the"
                + " misfit is the probability of a misfit as large if the law is true; the last two columns are the prediction of"
                + " the largest " + axis
                + " from the others, and what was seen there. Intervals are 95 % profile likelihood, those"
                + " in square brackets a bootstrap over runs; log is natural. Rows of theory are not among the laws that are judged;"
                + " for that without a free parameter it is said how far its n* is from the medians of the runs.";
    }

    /** The table of a group, which has a comparison. */
    static Entry of(String axis, GroupLaws group, String criterion) {
        Comparison comparison = group.comparison().orElseThrow();
        String title = "Laws"
                + (group.group().isEmpty() ? "" : " for " + group.group())
                + (criterion.isEmpty() ? "" : ", " + criterion);
        if (comparison.candidates().isEmpty()) {
            return new LeftOut(
                    title, "No law could be fitted: " + String.join(" ", group.words(EnumSet.allOf(Kind.class))));
        }
        String unfitted = comparison.obstacles().entrySet().stream()
                .map(law -> law.getKey().formula(axis) + ": " + law.getValue())
                .sorted()
                .collect(Collectors.joining("; "));
        return new TextTable(
                title,
                String.join(" ", group.words(NOTED)) + (unfitted.isEmpty() ? "" : " Not fitted: " + unfitted + "."),
                List.of("law", "parameters", "ΔAICc", "weight", "misfit", "predicted", "observed"),
                Stream.of(comparison.candidates().stream(), comparison.theory().stream())
                        .flatMap(candidates -> candidates)
                        .map(candidate -> row(axis, group, candidate))
                        .collect(Collectors.collectingAndThen(Collectors.toList(), rows -> {
                            theory(group, comparison).ifPresent(rows::add);
                            return rows;
                        })));
    }

    /** The row of theory, which has nothing that could be fitted: what it gets wrong, and its c1 over these cells. */
    private static Optional<List<String>> theory(GroupLaws group, Comparison comparison) {
        return TheoryError.of(comparison.cells(), group.expected()).map(error -> {
            ExpectedMedians expected = group.expected().only(TheoryError.places(comparison.cells(), group.expected()));
            String slope = expected.samples().size() < 2 ? "" : ", " + slope(expected.curve(0), comparison);
            String none = Numerals.NONE;
            return List.of(
                    FittedLaw.RECURSION, "n* " + error.numbers() + slope, none, none, none, largest(expected), none);
        });
    }

    private static String slope(ExpectedMedians.Curve curve, Comparison comparison) {
        return "c1 = " + Numerals.significant(curve.c1()) + " over these cells"
                + comparison
                        .find(Additive.LOG)
                        .map(law -> curve.agreesWith(law.estimate("c1"))
                                ? ", in the fitted interval"
                                : ", outside of the fitted interval")
                        .orElse("");
    }

    private static String largest(ExpectedMedians expected) {
        List<Double> medians = List.copyOf(expected.samples().values());
        return Numerals.samples(medians.get(medians.size() - 1));
    }

    private static List<String> row(String axis, GroupLaws group, Candidate candidate) {
        return List.of(
                GroupLaws.name(candidate.law(), axis),
                parameters(group, candidate),
                String.format(Locale.ROOT, "%.1f", candidate.delta()),
                Double.isNaN(candidate.weight())
                        ? Numerals.NONE
                        : String.format(Locale.ROOT, "%.3f", candidate.weight()),
                Double.isNaN(candidate.misfit()) ? "–" : Numerals.significant(candidate.misfit()),
                candidate
                        .holdOut()
                        .flatMap(held -> held.prediction()
                                .map(prediction -> samples(prediction.median(), prediction.confidence())))
                        .orElse("–"),
                candidate
                        .holdOut()
                        .map(held -> samples(
                                held.observed().estimate(), held.observed().interval()))
                        .orElse("–"));
    }

    private static String samples(double value, Interval interval) {
        return Numerals.samples(value, interval.lower(), interval.upper());
    }

    private static String parameters(GroupLaws group, Candidate candidate) {
        return candidate.estimates().stream()
                .map(estimate -> {
                    var bootstrap = group.bootstraps().get(candidate.law());
                    Interval resampled =
                            bootstrap == null ? null : bootstrap.intervals().get(estimate.name());
                    return estimate + (resampled == null ? "" : " [" + resampled + "]");
                })
                .collect(Collectors.joining(", "));
    }
}
