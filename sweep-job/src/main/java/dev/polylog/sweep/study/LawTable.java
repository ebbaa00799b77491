package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.scaling.Candidate;
import dev.polylog.sweep.analysis.scaling.Comparison;
import dev.polylog.sweep.analysis.scaling.Finding.Kind;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.report.figure.Entry;
import dev.polylog.sweep.report.figure.LeftOut;
import dev.polylog.sweep.report.figure.TextTable;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The laws of a group beside each other. */
final class LawTable {
    /** Predictions of the held-out cell are two columns, and the path of hyper-parameters is said once for all tables. */
    private static final Set<Kind> NOTED = EnumSet.complementOf(EnumSet.of(Kind.HOLD_OUT, Kind.PATH));

    private LawTable() {}

    /** What the columns mean, once for all tables. */
    static String legend(String axis) {
        return "In the tables of laws, ΔAICc is Akaike's corrected criterion minus the least, and the weight follows from it; the"
                + " misfit is the probability of a misfit as large if the law is true; the last two columns are the prediction of"
                + " the largest " + axis
                + " from the others, and what was seen there. Intervals are 95 % profile likelihood, those"
                + " in square brackets a bootstrap over runs; log is natural.";
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
                comparison.candidates().stream()
                        .map(candidate -> row(axis, group, candidate))
                        .toList());
    }

    private static List<String> row(String axis, GroupLaws group, Candidate candidate) {
        return List.of(
                GroupLaws.name(candidate.law(), axis),
                parameters(group, candidate),
                String.format(Locale.ROOT, "%.1f", candidate.delta()),
                String.format(Locale.ROOT, "%.3f", candidate.weight()),
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
