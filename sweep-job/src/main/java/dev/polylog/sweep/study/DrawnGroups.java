package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.scaling.Candidate;
import dev.polylog.sweep.analysis.scaling.CellFit;
import dev.polylog.sweep.analysis.scaling.Comparison;
import dev.polylog.sweep.analysis.scaling.Prediction;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.report.figure.FittedLaw;
import dev.polylog.sweep.report.figure.MeasuredGroup;
import dev.polylog.sweep.report.figure.Thinning;
import dev.polylog.sweep.theory.Expectation;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The groups of an answer as figures take them; of many, evenly chosen ones. */
final class DrawnGroups {
    private static final int FITTED_POINTS = 40;
    private static final int MOST_DRAWN = 12;

    private final StudyDesign design;
    private final ScalingAnswer answer;
    private final String axis;
    private final List<GroupLaws> drawn;

    DrawnGroups(StudyDesign design, ScalingAnswer answer) {
        this.design = design;
        this.answer = answer;
        this.axis = design.axis().toString();
        this.drawn = Thinning.even(answer.groups(), MOST_DRAWN);
    }

    /** Medians and runs, without a law. */
    List<MeasuredGroup> measured() {
        return drawn.stream()
                .filter(group -> !group.cells().isEmpty())
                .map(group -> new MeasuredGroup(
                        group.group(),
                        group.cells(),
                        crossings(group),
                        group.comparison().map(Comparison::slopes).orElse(List.of())))
                .toList();
    }

    private Map<Double, List<Crossing>> crossings(GroupLaws group) {
        Map<Double, List<Crossing>> crossings = new LinkedHashMap<>();
        group.cells().forEach(cell -> crossings.put(cell.x(), answer.crossings(design, group.group(), cell.x())));
        return crossings;
    }

    /** All laws that are worth a line, and theory. */
    List<FittedLaw> laws() {
        return laws(GroupLaws::drawn);
    }

    /** One law a group, and theory. */
    List<FittedLaw> leadingLaws() {
        return laws(group -> group.leading().stream().toList());
    }

    private List<FittedLaw> laws(Function<GroupLaws, List<Candidate>> chosen) {
        return drawn.stream()
                .flatMap(group -> Stream.concat(
                        chosen.apply(group).stream().map(candidate -> fitted(group, candidate)),
                        Stream.concat(
                                group.theory().stream().map(theory -> expected(group, theory)),
                                recursion(group).stream())))
                .toList();
    }

    /** The curve of the recursion, through all places of the group that it knows, with the band of its starts. */
    private Optional<FittedLaw> recursion(GroupLaws group) {
        List<Prediction> line = design.groups().getOrDefault(group.group(), List.of()).stream()
                .sorted(Comparator.comparingDouble(DesignPoint::x))
                .flatMap(point -> answer.expectations().of(point.cell()).stream()
                        .filter(expectation -> Double.isFinite(expectation.samples()))
                        .map(expectation -> prediction(point.x(), expectation)))
                .toList();
        return line.size() < 2
                ? Optional.empty()
                : Optional.of(
                        new FittedLaw(group.group(), FittedLaw.RECURSION, FittedLaw.Origin.RECURSION, line, List.of()));
    }

    private static Prediction prediction(double x, Expectation expectation) {
        Interval starts = new Interval(expectation.least(), expectation.most());
        return new Prediction(x, expectation.samples(), starts, starts);
    }

    private FittedLaw fitted(GroupLaws group, Candidate candidate) {
        return new FittedLaw(
                group.group(),
                GroupLaws.name(candidate.law(), axis),
                FittedLaw.Origin.FIT,
                line(group, candidate),
                candidate.residuals());
    }

    private static FittedLaw expected(GroupLaws group, TheoryAlongAxis theory) {
        return new FittedLaw(group.group(), theory.name(), FittedLaw.Origin.THEORY, theory.line(), List.of());
    }

    private static List<Prediction> line(GroupLaws group, Candidate candidate) {
        List<CellFit> cells = group.comparison().map(Comparison::cells).orElse(List.of());
        double first = cells.get(0).x();
        double last = cells.get(cells.size() - 1).x();
        return IntStream.range(0, FITTED_POINTS)
                .mapToDouble(i -> first * Math.pow(last / first, i / (FITTED_POINTS - 1.0)))
                .mapToObj(x -> candidate.fit().at(x, Confidence.USUAL))
                .flatMap(Optional::stream)
                .toList();
    }
}
