package dev.polylog.sweep.analysis.scaling;

import static dev.polylog.sweep.format.Numerals.significant;

import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.scaling.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says what a comparison of laws and its judgement mean, in sentences. */
final class Findings {
    /** Exponents this close to 1 are what a sum with a constant looks like. */
    private static final double IMITATION = 0.2;

    private final Comparison comparison;
    private final Question question;
    private final Judgement judgement;
    private final String axis;

    Findings(Comparison comparison, Question question, Judgement judgement) {
        this.comparison = comparison;
        this.question = question;
        this.judgement = judgement;
        this.axis = question.axis();
    }

    /** All of them, in the order to read them. */
    List<Finding> all() {
        List<Finding> findings = new ArrayList<>();
        add(findings, Kind.DATA, data());
        add(findings, Kind.DECISION, decision());
        if (judgement.decision() == Decision.UNDECIDED) {
            add(findings, Kind.RULED_OUT, ruledOut());
        }
        add(findings, Kind.PREDICTION, theory());
        addLogarithm(findings);
        add(findings, Kind.CAVEAT, imitation());
        add(findings, Kind.HOLD_OUT, holdOut());
        if (comparison.spread() == Spread.TREND) {
            findings.add(new Finding(
                    Kind.CAVEAT,
                    "The spread over replicates changes along " + axis + ", so log spread is fitted as linear in log "
                            + axis + "."));
        }
        findings.add(new Finding(Kind.PATH, path()));
        return List.copyOf(findings);
    }

    private static void add(List<Finding> findings, Kind kind, List<String> sentences) {
        sentences.forEach(words -> findings.add(new Finding(kind, words)));
    }

    private List<String> data() {
        List<CellFit> cells = comparison.cells();
        int runs = cells.stream().mapToInt(CellFit::runs).sum();
        int reached = cells.stream().mapToInt(CellFit::reached).sum();
        int failed = cells.stream().mapToInt(CellFit::failed).sum();
        List<String> sentences = new ArrayList<>();
        sentences.add(String.format(
                Locale.ROOT,
                "%d of %d runs reached the threshold, at %d values of %s over %.1f decades; %s",
                reached,
                runs,
                cells.stream().filter(cell -> cell.reached() > 0).count(),
                axis,
                comparison.decades(),
                runs == reached ? "none is censored." : (runs - reached) + " are kept as censored."));
        if (failed > 0) {
            sentences.add(
                    failed + (failed == 1 ? " run" : " runs") + " failed, left no trajectory and are not counted.");
        }
        String never = places(cells.stream().filter(cell -> cell.reached() == 0).toList());
        if (!never.isEmpty()) {
            sentences.add("No run reached the threshold at " + axis + " = " + never
                    + ": not reached there, and the fits know only that n* is larger than the budget.");
        }
        return sentences;
    }

    private static String places(List<CellFit> cells) {
        return cells.stream().map(cell -> count(cell.x())).collect(Collectors.joining(", "));
    }

    private static String count(double x) {
        return x == StrictMath.rint(x) ? String.format(Locale.ROOT, "%,.0f", x) : significant(x);
    }

    private List<String> decision() {
        return switch (judgement.decision()) {
            case SUPPORTED -> List.of(judgement.supported().map(this::supported).orElseThrow());
            case UNDECIDED -> undecided();
            case NO_LAW_FITS ->
                List.of("No law fits: the best, "
                        + formula(comparison.candidates().get(0))
                        + ", leaves a misfit that would have a probability of "
                        + significant(comparison.candidates().get(0).misfit()) + " if it were true.");
            case TOO_LITTLE_DATA ->
                List.of(
                        comparison.obstacles().isEmpty()
                                ? "Too little data to fit a law."
                                : "Too little data to fit a law: " + obstacles() + ".");
        };
    }

    private String supported(Candidate law) {
        List<Candidate> special = judgement.specialCases();
        String claim = "Supported: n* = " + formula(law) + ", with " + estimates(law) + ".";
        if (special.isEmpty()) {
            return claim;
        }
        return claim + " " + formulas(special, ", ")
                + (special.size() == 1 ? ", a special case of it, fits" : ", special cases of it, fit") + " no worse.";
    }

    private String formulas(List<Candidate> candidates, String between) {
        return candidates.stream().map(this::formula).collect(Collectors.joining(between));
    }

    /** Reasons, each with the laws that it keeps from being fitted. */
    private String obstacles() {
        return comparison.obstacles().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        TreeMap::new,
                        Collectors.mapping(obstacle -> obstacle.getKey().formula(axis), Collectors.toList())))
                .entrySet()
                .stream()
                .map(reason ->
                        reason.getValue().size() == comparison.obstacles().size()
                                ? reason.getKey()
                                : reason.getValue().stream().sorted().collect(Collectors.joining(", ")) + ": "
                                        + reason.getKey())
                .collect(Collectors.joining("; "));
    }

    /** A range that is too short is a sentence of its own: cells that share an axis share it. */
    private List<String> undecided() {
        List<Candidate> standing = judgement.standing();
        if (comparison.decades() < Judgement.DECADES) {
            return List.of(
                    String.format(
                            Locale.ROOT,
                            "Undecided: %.1f decades of %s are too few to tell laws apart (%.1f are asked for).",
                            comparison.decades(),
                            axis,
                            Judgement.DECADES),
                    "Not ruled out: " + formulas(standing, "; ") + ".");
        }
        double least = standing.get(0).delta();
        double most = standing.get(standing.size() - 1).delta();
        return List.of(String.format(
                Locale.ROOT,
                "Undecided: %s differ by less than these data can tell (their AICc lie within %.1f).",
                formulas(standing, "; "),
                most - least));
    }

    private List<String> ruledOut() {
        String out = comparison.candidates().stream()
                .filter(candidate -> candidate.delta() > 10)
                .map(candidate ->
                        String.format(Locale.ROOT, "%s (AICc larger by %.0f)", formula(candidate), candidate.delta()))
                .collect(Collectors.joining("; "));
        return out.isEmpty() ? List.of() : List.of("Ruled out: " + out + ".");
    }

    private String formula(Candidate candidate) {
        return candidate.law().formula(axis);
    }

    private static String estimates(Candidate candidate) {
        return candidate.estimates().stream().map(Estimate::toString).collect(Collectors.joining(", "));
    }

    private void addLogarithm(List<Finding> findings) {
        Optional<Candidate> found = comparison.find(Additive.LOG);
        if (found.isEmpty()) {
            return;
        }
        Candidate law = found.get();
        if (law.misfit() < Judgement.MISFIT) {
            findings.add(new Finding(
                    Kind.COEFFICIENT,
                    formula(law) + " does not describe the data (probability of its misfit " + significant(law.misfit())
                            + "), so its c1 measures nothing."));
            return;
        }
        Estimate c1 = law.estimate("c1");
        findings.add(new Finding(Kind.COEFFICIENT, presence(c1)));
        slope().ifPresent(expected -> findings.add(new Finding(Kind.PREDICTION, against(c1, expected))));
    }

    /** The c1 that theory has at the places of the cells with a median, where these are at least two. */
    private Optional<ExpectedMedians.Curve> slope() {
        ExpectedMedians expected = question.theory().only(TheoryError.places(comparison.cells(), question.theory()));
        return expected.samples().size() < 2 ? Optional.empty() : Optional.of(expected.curve(0));
    }

    private String presence(Estimate c1) {
        String measured = "Under " + Additive.LOG.formula(axis) + ", " + c1;
        if (c1.interval().lower() > 0) {
            return measured + " is above 0: n*/" + axis + " grows with log " + axis + ".";
        }
        return c1.interval().upper() < 0
                ? measured + " is below 0: n*/" + axis + " falls as " + axis + " grows."
                : measured + " may be 0: these data do not show that n*/" + axis + " grows with log " + axis + ".";
    }

    private static String against(Estimate c1, ExpectedMedians.Curve expected) {
        if (!(expected.c1() > 0)) {
            return "Theory has no logarithm there to compare c1 with.";
        }
        Interval ratio = c1.interval().times(1 / expected.c1());
        return "Over these cells theory has c1 = " + significant(expected.c1())
                + (expected.error() > 0
                        ? " (standard error over its starts " + significant(expected.error()) + ")"
                        : "")
                + ", " + (expected.agreesWith(c1) ? "in" : "outside of")
                + " the interval: measured / theory = " + significant(c1.value() / expected.c1()) + " ("
                + ratio + ").";
    }

    /** How far theory is from the medians, without any law. */
    private List<String> theory() {
        return TheoryError.of(comparison.cells(), question.theory()).map(TheoryError::words).stream()
                .toList();
    }

    /** What would be misread: curves that are drawn by two formulas. */
    private List<String> imitation() {
        List<String> sentences = new ArrayList<>();
        judgement.imitators().forEach(law -> sentences.add(interpolation(law)));
        if (judgement.standing().stream().anyMatch(law -> isSumWithConstant(law.law()))) {
            comparison.candidates().stream()
                    .filter(candidate -> candidate.law().hasFreePower() && isNearlyLinear(candidate))
                    .forEach(power -> sentences.add(exponent(power)));
        }
        return sentences;
    }

    private static boolean isSumWithConstant(ScalingLaw law) {
        return law.isAdditive() && law.parameters().size() <= 2;
    }

    private static boolean isNearlyLinear(Candidate power) {
        return Math.abs(power.estimate("alpha").value() - 1) <= IMITATION;
    }

    private String interpolation(Candidate law) {
        return String.format(
                Locale.ROOT,
                "%s draws the same curve with a parameter more (%s, %s; AICc larger than the least by %.1f). It is not ruled out,"
                        + " but counts as an interpolation and not as a law.",
                formula(law),
                law.estimate("alpha"),
                law.estimate("beta"),
                law.delta());
    }

    private String exponent(Candidate power) {
        return String.format(
                Locale.ROOT,
                "%s gives %s (AICc larger than the least by %.1f), which is not to be quoted as an exponent: an additive"
                        + " constant in n*/%s imitates a power of %s near 1%s.",
                formula(power),
                power.estimate("alpha"),
                power.delta(),
                axis,
                axis,
                judgement.standing().contains(power) ? "" : ", with an interval that is tight and wrong");
    }

    private List<String> holdOut() {
        return judgement.supported().map(List::of).orElse(judgement.standing()).stream()
                .flatMap(candidate -> candidate.holdOut().stream()
                        .flatMap(held -> held.prediction().stream()
                                .map(prediction -> "Fitted without " + axis + " = " + count(held.x()) + ", "
                                        + formula(candidate) + " predicts a geometric mean of "
                                        + significant(prediction.median())
                                        + " samples there (" + prediction.confidence()
                                        + "); median of the runs: " + held.observed() + ".")))
                .toList();
    }

    private String path() {
        return question.path().isBlank()
                ? "Hyper-parameters are taken to be the same at every " + axis
                        + "; if they follow a path, the law describes that path too."
                : "Hyper-parameters follow the path " + question.path() + ", and the law describes that path too.";
    }
}
