package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.scaling.Additive;
import dev.polylog.sweep.analysis.scaling.Candidate;
import dev.polylog.sweep.analysis.scaling.Decision;
import dev.polylog.sweep.analysis.scaling.Estimate;
import dev.polylog.sweep.analysis.scaling.Finding.Kind;
import dev.polylog.sweep.analysis.scaling.TheoryError;
import dev.polylog.sweep.analysis.scaling.Verdict;
import dev.polylog.sweep.analysis.survival.Proportion;
import dev.polylog.sweep.format.Numerals;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The answer of a study in a few sentences: laws along the axis, or what is cheapest, or which share of the runs learned. */
final class Headline {
    private static final int MOST_SENTENCES = 4;

    private final ScalingAnswer answer;
    private final String axis;

    private Headline(StudyDesign design, ScalingAnswer answer) {
        this.answer = answer;
        this.axis = design.axis().toString();
    }

    /** At least one sentence. */
    static List<String> of(StudyDesign design, ScalingAnswer answer, List<CellSummary> cells) {
        Headline headline = new Headline(design, answer);
        List<String> sentences = headline.laws();
        if (sentences.isEmpty()) {
            sentences = headline.withoutLaws();
        }
        if (sentences.isEmpty()) {
            sentences = List.of(success(cells));
        }
        return sentences.size() <= MOST_SENTENCES ? sentences : sentences.subList(0, MOST_SENTENCES);
    }

    /** What a group found: groups with the same are one sentence. */
    private record Found(Decision decision, String law) {}

    private List<String> laws() {
        Map<Found, List<GroupLaws>> byFinding = new LinkedHashMap<>();
        for (GroupLaws group : answer.groups()) {
            group.verdict()
                    .filter(verdict -> verdict.decision() != Decision.TOO_LITTLE_DATA)
                    .ifPresent(verdict -> byFinding
                            .computeIfAbsent(found(verdict), first -> new ArrayList<>())
                            .add(group));
        }
        List<String> sentences = new ArrayList<>();
        byFinding.entrySet().stream()
                .sorted(Comparator.comparing(found -> found.getKey().decision()))
                .forEach(found -> sentences.add(sentence(found.getKey(), found.getValue())));
        if (!sentences.isEmpty()) {
            error().ifPresent(sentences::add);
        }
        return sentences;
    }

    private Found found(Verdict verdict) {
        return new Found(
                verdict.decision(), verdict.law().map(law -> law.formula(axis)).orElse(""));
    }

    private String sentence(Found found, List<GroupLaws> groups) {
        String where = where(groups);
        return switch (found.decision()) {
            case SUPPORTED ->
                begin(where, "n* = " + found.law())
                        + coefficients(groups, groups.get(0).supported()) + ".";
            case UNDECIDED ->
                begin(where, "these data do not decide between laws")
                        + groups.get(0)
                                .logarithm()
                                .map(law -> "; under n* = " + law.law().formula(axis) + coefficient(groups, ","))
                                .orElse("")
                        + ".";
            case NO_LAW_FITS -> begin(where, "no law fits") + ".";
            case TOO_LITTLE_DATA -> begin(where, "there is too little data to fit a law") + ".";
        };
    }

    private String where(List<GroupLaws> groups) {
        int all = answer.groups().size();
        if (all == 1) {
            return "";
        }
        return groups.size() == all
                ? "in all " + all + " groups"
                : groups.size() == 1
                        ? "for " + groups.get(0).group()
                        : "in " + groups.size() + " of " + all + " groups";
    }

    private static String begin(String where, String words) {
        if (!where.isEmpty()) {
            return Character.toUpperCase(where.charAt(0)) + where.substring(1) + ", " + words;
        }
        return words.startsWith("n*") ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static String coefficients(List<GroupLaws> groups, Optional<Candidate> supported) {
        if (supported.map(law -> law.law().equals(Additive.LOG)).orElse(false)) {
            return coefficient(groups, " with");
        }
        return groups.size() > 1
                ? ""
                : supported
                        .map(law -> " with "
                                + law.estimates().stream()
                                        .filter(estimate ->
                                                law.law().parameters().contains(estimate.name()))
                                        .map(Estimate::toString)
                                        .collect(Collectors.joining(", ")))
                        .orElse("");
    }

    /** c1 of the additive log law, and of theory. */
    private static String coefficient(List<GroupLaws> groups, String with) {
        List<Estimate> c1 = groups.stream()
                .flatMap(group -> group.logarithm().stream())
                .map(law -> law.estimate("c1"))
                .toList();
        if (c1.size() == 1) {
            return with + " " + c1.get(0)
                    + groups.get(0)
                            .expectedCurve()
                            .map(curve ->
                                    "; theory without a free parameter has c1 = " + Numerals.significant(curve.c1()))
                            .orElse("");
        }
        double least = c1.stream().mapToDouble(Estimate::value).min().orElse(Double.NaN);
        double most = c1.stream().mapToDouble(Estimate::value).max().orElse(Double.NaN);
        return with + " c1 from " + Numerals.significant(least) + " to " + Numerals.significant(most);
    }

    /** How far theory is from the medians of all groups. */
    private Optional<String> error() {
        List<TheoryError> errors = answer.groups().stream()
                .flatMap(group -> TheoryError.of(group.cells(), group.expected()).stream())
                .toList();
        if (errors.isEmpty()) {
            return Optional.empty();
        }
        int cells = errors.stream().mapToInt(TheoryError::cells).sum();
        double mean = errors.stream()
                        .mapToDouble(error -> error.mean() * error.cells())
                        .sum()
                / cells;
        double least = errors.stream().mapToDouble(TheoryError::least).min().orElse(Double.NaN);
        double most = errors.stream().mapToDouble(TheoryError::most).max().orElse(Double.NaN);
        return Optional.of(new TheoryError(cells, mean, least, most).words());
    }

    private List<String> withoutLaws() {
        List<String> sentences = new ArrayList<>(answer.choices());
        Sentences groups = new Sentences();
        answer.groups().forEach(group -> groups.add(group.group(), group.words(EnumSet.of(Kind.PREDICTION))));
        sentences.addAll(groups.paragraphs());
        return sentences;
    }

    private static String success(List<CellSummary> cells) {
        List<CellSummary> started =
                cells.stream().filter(cell -> cell.success().trials() > 0).toList();
        if (started.isEmpty()) {
            return "No run has a trajectory yet.";
        }
        int learned =
                started.stream().mapToInt(cell -> cell.success().successes()).sum();
        int runs = started.stream().mapToInt(cell -> cell.success().trials()).sum();
        String all = Numerals.count(learned) + " of " + Numerals.count(runs, "run") + " learned";
        if (started.size() == 1) {
            return all
                    + started.get(0)
                            .median()
                            .map(median -> "; the median of n* is "
                                    + Numerals.samples(
                                            median.estimate(),
                                            median.interval().lower(),
                                            median.interval().upper()))
                            .orElse("")
                    + ".";
        }
        Comparator<CellSummary> byShare =
                Comparator.comparingDouble(cell -> cell.success().value());
        CellSummary least = started.stream().min(byShare).orElseThrow();
        CellSummary most = started.stream().max(byShare).orElseThrow();
        return least.success().value() == most.success().value()
                ? all + ", " + share(most.success()) + " in each of " + Numerals.count(started.size(), "cell") + "."
                : all + ": from " + share(least.success()) + " ("
                        + least.point().label() + ") to " + share(most.success()) + " ("
                        + most.point().label() + ").";
    }

    private static String share(Proportion share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share.value());
    }
}
