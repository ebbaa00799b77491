package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.numeric.Confidence;
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
import dev.polylog.sweep.report.figure.Thinning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
        entries.add(SampleComplexity.of(axisTitle(design), first.measured(), first.laws()));
        entries.add(LocalSlopes.of(axisTitle(design), first.measured()));
        entries.add(Residuals.of(axisTitle(design), first.laws()));
        List<String> introduction = new ArrayList<>(first.introduction());
        for (int i = 0; i < answers.size(); i++) {
            ScalingAnswer answer = answers.get(i);
            if (i > 0) {
                introduction.add("With " + Criteria.words(answer.criterion()) + ": "
                        + new ScalingChapter(design, answer).verdicts().collect(Collectors.joining(" ")));
            }
            Thinning.even(answer.groups(), MOST_TABLES).stream()
                    .filter(group -> group.comparison().isPresent())
                    .forEach(group -> entries.add(LawTable.of(
                            design.axis().toString(),
                            group,
                            answers.size() == 1 ? "" : Criteria.words(answer.criterion()))));
        }
        return new Section("Sample complexity", introduction, entries);
    }

    static String axisTitle(StudyDesign design) {
        return design.axis().isDimension() ? "dimension d" : design.axis().toString();
    }

    private List<String> introduction() {
        List<String> words = new ArrayList<>();
        words.add("n* of a run is the number of samples at which it first had "
                + Criteria.words(answer.criterion())
                + ". It is known to lie between two checkpoints; a run that never got"
                + " there is censored, and no run is left out.");
        String path = HyperparameterPath.of(design.sweep(), design.axis());
        words.add(
                path.isEmpty()
                        ? "Nothing else changes along " + axis + "."
                        : "Hyper-parameters follow the path " + path + " along " + axis
                                + ", and the laws describe that path too.");
        verdicts().forEach(words::add);
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

    private Stream<String> verdicts() {
        return drawn.stream().map(group -> group.named(String.join(" ", group.headlines())));
    }

    private List<MeasuredGroup> measured() {
        return drawn.stream()
                .flatMap(group -> group.comparison().stream()
                        .map(comparison -> new MeasuredGroup(
                                group.group(), comparison.cells(), crossings(group), comparison.slopes())))
                .toList();
    }

    private Map<Double, List<Crossing>> crossings(GroupLaws group) {
        Map<Double, List<Crossing>> crossings = new LinkedHashMap<>();
        design.groups().getOrDefault(group.group(), List.of()).stream()
                .filter(point -> point.x() > 0)
                .forEach(point -> crossings
                        .computeIfAbsent(point.x(), x -> new ArrayList<>())
                        .addAll(answer.crossings(point)));
        return crossings;
    }

    private List<FittedLaw> laws() {
        return drawn.stream()
                .flatMap(group -> group.drawn().stream()
                        .map(candidate -> new FittedLaw(
                                group.group(),
                                GroupLaws.name(candidate.law(), axis),
                                line(group, candidate),
                                candidate.residuals())))
                .toList();
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
