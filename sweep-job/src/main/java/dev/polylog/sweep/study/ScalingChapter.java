package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.scaling.Candidate;
import dev.polylog.sweep.analysis.scaling.CellFit;
import dev.polylog.sweep.analysis.scaling.Comparison;
import dev.polylog.sweep.analysis.scaling.Prediction;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.report.Section;
import dev.polylog.sweep.report.figure.Entry;
import dev.polylog.sweep.report.figure.FittedLaw;
import dev.polylog.sweep.report.figure.LocalSlopes;
import dev.polylog.sweep.report.figure.MeasuredGroup;
import dev.polylog.sweep.report.figure.Residuals;
import dev.polylog.sweep.report.figure.SampleComplexity;
import dev.polylog.sweep.report.figure.TheoryGap;
import dev.polylog.sweep.report.figure.Thinning;
import dev.polylog.sweep.theory.Expectation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** How many samples it takes, along the axis. */
final class ScalingChapter {
    private static final int FITTED_POINTS = 40;
    private static final int MOST_DRAWN = 12;
    private static final int MOST_TABLES = 6;

    private final StudyDesign design;
    private final ScalingAnswer answer;
    private final String axis;
    private final List<GroupLaws> drawn;

    private ScalingChapter(StudyDesign design, ScalingAnswer answer) {
        this.design = design;
        this.answer = answer;
        this.axis = design.axis().toString();
        this.drawn = Thinning.even(answer.groups(), MOST_DRAWN);
    }

    static Section of(StudyDesign design, List<ScalingAnswer> answers) {
        ScalingChapter first = new ScalingChapter(design, answers.get(0));
        List<Entry> entries = new ArrayList<>();
        List<MeasuredGroup> measured = first.measured();
        List<FittedLaw> laws = first.laws();
        entries.add(SampleComplexity.of(design.along(), measured, laws));
        if (design.axis().isDimension()) {
            entries.add(SampleComplexity.perDimension(measured, laws));
        }
        if (laws.stream().anyMatch(law -> law.origin() == FittedLaw.Origin.RECURSION)) {
            entries.add(TheoryGap.of(design.along(), measured, laws));
        }
        if (design.axis().hasLaws()) {
            entries.add(LocalSlopes.of(design.along(), measured));
            entries.add(Residuals.of(
                    design.along(),
                    laws.stream()
                            .filter(law -> law.origin() == FittedLaw.Origin.FIT)
                            .toList()));
        }
        List<String> introduction = new ArrayList<>(first.introduction());
        for (int i = 0; i < answers.size(); i++) {
            ScalingAnswer answer = answers.get(i);
            if (i > 0) {
                introduction.add(
                        "With " + answer.criterion().words() + ": " + String.join(" ", answer.headlines(MOST_DRAWN)));
            }
            String criterion = answers.size() == 1 ? "" : answer.criterion().words();
            for (GroupLaws group : Thinning.even(answer.groups(), MOST_TABLES)) {
                if (group.comparison().isPresent()) {
                    entries.add(LawTable.of(design.axis().toString(), group, criterion));
                } else if (group.cells().size() > 1) {
                    entries.add(AxisTable.of(design, group, answer, criterion));
                }
            }
        }
        return new Section("Sample complexity", introduction, entries);
    }

    private List<String> introduction() {
        List<String> words = new ArrayList<>();
        words.add("n* of a run is the number of samples at which it first had "
                + answer.criterion().words()
                + ". It is known to lie between two checkpoints; a run that never got"
                + " there is censored, and no run is left out.");
        String path = HyperparameterPath.of(design.grid(), design.axis());
        if (path.isEmpty()) {
            words.add("Nothing else changes along " + axis + ".");
        } else {
            words.add("Hyper-parameters follow the path " + path + " along " + axis
                    + (design.axis().hasLaws() ? ", and the laws describe that path too." : "."));
        }
        if (!design.axis().hasLaws()) {
            words.add("No law is fitted along " + axis
                    + ": the laws are about d. `polylog report --law` fits them all the" + " same.");
        }
        if (answer.groups().size() > Study.MOST_SUMMARISED) {
            words.addAll(answer.headlines(MOST_DRAWN));
        }
        words.addAll(answer.expectations().remark());
        if (drawn.stream().anyMatch(group -> group.comparison().isPresent())) {
            words.add(LawTable.legend(axis));
        }
        int all = design.groups().size();
        if (answer.groups().size() < all) {
            words.add("Of " + all + " groups of cells, " + answer.groups().size()
                    + " evenly chosen ones were compared with laws.");
        }
        return words;
    }

    private List<MeasuredGroup> measured() {
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

    private List<FittedLaw> laws() {
        return drawn.stream()
                .flatMap(group -> Stream.concat(
                        group.drawn().stream().map(candidate -> fitted(group, candidate)),
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
