package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.scaling.Additive;
import dev.polylog.sweep.analysis.scaling.Bootstrap;
import dev.polylog.sweep.analysis.scaling.Candidate;
import dev.polylog.sweep.analysis.scaling.CellFit;
import dev.polylog.sweep.analysis.scaling.Comparison;
import dev.polylog.sweep.analysis.scaling.ExpectedMedians;
import dev.polylog.sweep.analysis.scaling.Finding;
import dev.polylog.sweep.analysis.scaling.Finding.Kind;
import dev.polylog.sweep.analysis.scaling.Question;
import dev.polylog.sweep.analysis.scaling.ScalingLaw;
import dev.polylog.sweep.analysis.scaling.TheoryError;
import dev.polylog.sweep.analysis.scaling.Verdict;
import dev.polylog.sweep.analysis.survival.Cell;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.analysis.survival.KaplanMeier;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.theory.GrowthTheory;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The laws of one group of cells.
 *
 * @param group its name, may be empty
 * @param cells that have runs, by x; one whose x is no number last
 * @param theory what it says along an axis other than d, where it does
 * @param expected medians that theory gives without a free parameter
 * @param comparison empty if there is nothing to compare, or no law is asked for
 * @param verdict likewise
 * @param bootstraps intervals of the best laws, where runs are few enough
 * @param findings what is to be said, in order
 */
record GroupLaws(
        String group,
        List<CellFit> cells,
        Optional<TheoryAlongAxis> theory,
        ExpectedMedians expected,
        Optional<Comparison> comparison,
        Optional<Verdict> verdict,
        Map<ScalingLaw, Bootstrap> bootstraps,
        List<Finding> findings) {
    private static final int MOST_BOOTSTRAPPED_RUNS = 2000;
    private static final int RESAMPLES = 400;
    private static final int MOST_DRAWN = 3;
    private static final Set<Kind> HEADLINES = EnumSet.of(Kind.DECISION, Kind.PREDICTION);

    GroupLaws {
        cells = List.copyOf(cells);
        bootstraps = Map.copyOf(bootstraps);
        findings = List.copyOf(findings);
    }

    /**
     * Fits and judges.
     *
     * @param crossings of each cell of the group
     * @param failed number of runs of each cell that left no trajectory
     * @param diverged number of runs of each cell that diverged before they crossed, which are not among the crossings
     * @param expectations of theory
     */
    static GroupLaws of(
            StudyDesign design,
            String group,
            List<DesignPoint> points,
            Map<Integer, List<Crossing>> crossings,
            Map<Integer, Integer> failed,
            Map<Integer, Integer> diverged,
            Expectations expectations) {
        Map<Double, List<Crossing>> byX = new TreeMap<>();
        Map<Double, Integer> failedByX = new LinkedHashMap<>();
        for (DesignPoint point : points) {
            List<Crossing> runs = crossings.getOrDefault(point.cell(), List.of());
            if (!runs.isEmpty()) {
                byX.computeIfAbsent(point.x(), x -> new ArrayList<>()).addAll(runs);
                failedByX.merge(point.x(), failed.getOrDefault(point.cell(), 0), Integer::sum);
            }
        }
        List<CellFit> cells = byX.entrySet().stream()
                .map(cell -> summary(cell.getKey(), cell.getValue(), failedByX.getOrDefault(cell.getKey(), 0)))
                .toList();
        Optional<TheoryAlongAxis> theory = AxisTheory.of(
                        design.axis().field(), points.stream().map(design::spec).toList())
                .map(said -> new TheoryAlongAxis(said, cells));
        GroupLaws bare = new GroupLaws(
                group,
                cells,
                theory,
                expectations.medians(points),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of());
        if (points.stream().anyMatch(point -> Expectations.isTheory(design.spec(point)))) {
            bare = bare.with(new Finding(
                    Kind.DATA,
                    "These runs are theory: no SGD was run, and no fit mixes them with runs that were trained."));
        }
        int lost = points.stream()
                .mapToInt(point -> diverged.getOrDefault(point.cell(), 0))
                .sum();
        if (lost > 0) {
            bare = bare.with(new Finding(
                    Kind.DATA,
                    Numerals.count(lost, "run") + " diverged, so that there is no n* to speak of, and "
                            + (lost == 1 ? "is" : "are") + " not counted."));
        }
        if (cells.isEmpty()) {
            return bare.with(new Finding(
                    Kind.DATA, lost > 0 ? "No other run has a trajectory yet." : "No run has a trajectory yet."));
        }
        if (cells.size() < 2) {
            return bare.with(new Finding(Kind.DECISION, single(cells.get(0), design.axis())))
                    .with(new Finding(group.isEmpty() ? Kind.DECISION : Kind.DATA, reached(cells.get(0))));
        }
        GroupLaws told = bare;
        if (theory.isPresent()) {
            for (String words : theory.get().sentences(x -> byX.getOrDefault(x, List.of()))) {
                told = told.with(new Finding(Kind.PREDICTION, words));
            }
        }
        if (design.axis().hasLaws()) {
            Question question = new Question(
                    design.axis().toString(), told.expected, HyperparameterPath.of(design.grid(), design.axis()));
            return told.judged(question, leadingLaw(design, points), byX, failedByX);
        }
        return TheoryError.of(cells, told.expected).isPresent() && theory.isEmpty()
                ? told.with(new Finding(
                        Kind.PREDICTION,
                        TheoryError.of(cells, told.expected).orElseThrow().words()))
                : told;
    }

    private static CellFit summary(double x, List<Crossing> runs, int failed) {
        return new CellFit(
                x,
                runs.size(),
                (int) runs.stream().filter(Crossing::isReached).count(),
                failed,
                KaplanMeier.ofUpperEnds(runs).median(),
                Optional.empty());
    }

    private GroupLaws with(Finding finding) {
        List<Finding> all = new ArrayList<>(findings);
        all.add(finding);
        return new GroupLaws(group, cells, theory, expected, comparison, verdict, bootstraps, all);
    }

    /** With laws, of the cells that have a logarithm. */
    private GroupLaws judged(
            Question question,
            Optional<ScalingLaw> leading,
            Map<Double, List<Crossing>> byX,
            Map<Double, Integer> failed) {
        List<Cell> positive = byX.entrySet().stream()
                .filter(cell -> cell.getKey() > 0)
                .map(cell -> new Cell(cell.getKey(), cell.getValue(), failed.getOrDefault(cell.getKey(), 0)))
                .toList();
        GroupLaws told = this;
        if (positive.size() < cells.size()) {
            String left = cells.stream()
                    .filter(cell -> !(cell.x() > 0))
                    .map(cell -> Double.isNaN(cell.x()) ? "no number" : Numerals.plain(cell.x()))
                    .collect(Collectors.joining(", "));
            told = told.with(new Finding(
                    Kind.DATA,
                    "Left out of the laws: " + question.axis() + " = " + left
                            + ", because they are about logarithms."));
        }
        if (positive.size() < 2) {
            return told;
        }
        Comparison compared = leading.map(law -> Comparison.of(positive, law)).orElseGet(() -> Comparison.of(positive));
        Verdict judgement = Verdict.of(compared, question);
        List<Finding> all = new ArrayList<>(told.findings);
        all.addAll(judgement.findings());
        return new GroupLaws(
                group,
                cells,
                theory,
                expected,
                Optional.of(compared),
                Optional.of(judgement),
                bootstraps(compared, judgement),
                all);
    }

    private static String single(CellFit cell, ScalingAxis axis) {
        return "There is only one value of " + axis + (Double.isNaN(cell.x()) ? "" : ", " + Numerals.plain(cell.x()))
                + ", so there is no law to look for.";
    }

    private static String reached(CellFit cell) {
        var median = cell.kaplanMeier();
        return Numerals.count(cell.reached()) + " of " + Numerals.count(cell.runs(), "run")
                + " reached the threshold there; median number of samples: "
                + Numerals.samples(
                        median.estimate(),
                        median.interval().lower(),
                        median.interval().upper()) + ".";
    }

    private static Map<ScalingLaw, Bootstrap> bootstraps(Comparison comparison, Verdict verdict) {
        Map<ScalingLaw, Bootstrap> bootstraps = new LinkedHashMap<>();
        for (Candidate candidate : drawn(comparison, verdict)) {
            if (candidate.fit().runs() <= MOST_BOOTSTRAPPED_RUNS) {
                bootstraps.put(candidate.law(), Bootstrap.of(candidate.fit(), RESAMPLES, Confidence.USUAL));
            }
        }
        return bootstraps;
    }

    /** The laws worth a line in a figure: what is supported or left standing, and what theory predicts. */
    List<Candidate> drawn() {
        return comparison.isPresent() && verdict.isPresent() ? drawn(comparison.get(), verdict.get()) : List.of();
    }

    private static List<Candidate> drawn(Comparison comparison, Verdict verdict) {
        Set<ScalingLaw> laws = new LinkedHashSet<>();
        verdict.law().ifPresent(laws::add);
        verdict.rivals().stream().limit(MOST_DRAWN).forEach(laws::add);
        comparison.find(Additive.LOG).ifPresent(law -> laws.add(law.law()));
        return comparison.candidates().stream()
                .filter(candidate -> laws.contains(candidate.law()))
                .limit(MOST_DRAWN + 1L)
                .toList();
    }

    /** The law that the data support. */
    Optional<Candidate> supported() {
        return verdict.flatMap(Verdict::law).flatMap(law -> comparison.flatMap(all -> all.find(law)));
    }

    /** The additive log law, unless it is ruled out by its misfit. */
    Optional<Candidate> logarithm() {
        return comparison.flatMap(all -> all.find(Additive.LOG)).filter(law -> !Verdict.isRuledOutByMisfit(law));
    }

    /** The one law to draw if there is room for one: what is supported, or the additive log law, or the best of those that are left. */
    Optional<Candidate> leading() {
        return supported()
                .or(this::logarithm)
                .or(() -> verdict.flatMap(found -> found.rivals().stream().findFirst())
                        .flatMap(law -> comparison.flatMap(all -> all.find(law))));
    }

    /** d (c0 + c1 log d) through the medians of theory at the places where runs have one too; of two places at least. */
    Optional<ExpectedMedians.Curve> expectedCurve() {
        ExpectedMedians both = expected.only(TheoryError.places(cells, expected));
        return both.samples().size() < 2 ? Optional.empty() : Optional.of(both.curve(0));
    }

    /** What a terminal has room for: the decision and the prediction, or everything if there are none. */
    List<String> headlines() {
        List<String> headlines = words(HEADLINES);
        return headlines.isEmpty() ? words(EnumSet.allOf(Kind.class)) : headlines;
    }

    /** The sentences of some kinds, in order. */
    List<String> words(Set<Kind> kinds) {
        return findings.stream()
                .filter(finding -> kinds.contains(finding.kind()))
                .map(Finding::words)
                .toList();
    }

    /** The formula of a law; that with coefficients of theory has the same name in every group. */
    static String name(ScalingLaw law, String axis) {
        return law.isPredicted() ? "theory to leading order, c0 free" : law.formula(axis);
    }

    private static Optional<ScalingLaw> leadingLaw(StudyDesign design, List<DesignPoint> points) {
        return design.axis().isDimension()
                ? GrowthTheory.leadingLaw(points.stream().map(design::spec).toList())
                : Optional.empty();
    }
}
