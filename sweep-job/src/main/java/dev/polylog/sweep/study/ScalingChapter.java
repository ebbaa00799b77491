package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.scaling.Candidate;
import dev.polylog.sweep.analysis.scaling.CellFit;
import dev.polylog.sweep.analysis.scaling.Comparison;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.report.Section;
import dev.polylog.sweep.report.figure.CellMedian;
import dev.polylog.sweep.report.figure.Entry;
import dev.polylog.sweep.report.figure.FittedPoint;
import dev.polylog.sweep.report.figure.LocalSlopes;
import dev.polylog.sweep.report.figure.Residual;
import dev.polylog.sweep.report.figure.Residuals;
import dev.polylog.sweep.report.figure.RunSamples;
import dev.polylog.sweep.report.figure.SampleComplexity;
import dev.polylog.sweep.report.figure.Slope;
import dev.polylog.sweep.report.figure.Thinning;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
        entries.add(SampleComplexity.of(axisTitle(design), first.medians(), first.runs(), first.fits()));
        entries.add(LocalSlopes.of(axisTitle(design), first.slopes()));
        entries.add(Residuals.of(axisTitle(design), first.residuals()));
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

    private List<CellMedian> medians() {
        return drawn.stream()
                .flatMap(group -> group.comparison().stream()
                        .flatMap(comparison -> comparison.cells().stream())
                        .map(cell -> median(group, cell)))
                .toList();
    }

    private CellMedian median(GroupLaws group, CellFit cell) {
        double median = cell.kaplanMeier().estimate();
        double low = cell.kaplanMeier().interval().lower();
        return new CellMedian(
                group.group(),
                cell.x(),
                median,
                Double.isFinite(low) ? low : followUp(group, cell),
                cell.kaplanMeier().interval().upper(),
                cell.runs(),
                cell.reached());
    }

    /** The least that a median can be of which no crossing was seen: what half of the runs have outlasted. */
    private double followUp(GroupLaws group, CellFit cell) {
        double[] ends = crossings(group)
                .filter(run -> run.x() == cell.x())
                .mapToDouble(run -> run.crossing().lower())
                .sorted()
                .toArray();
        return ends.length == 0 ? Double.NaN : ends[ends.length / 2];
    }

    private record Run(double x, Crossing crossing) {}

    private Stream<Run> crossings(GroupLaws group) {
        return design.groups().getOrDefault(group.group(), List.of()).stream()
                .filter(point -> point.x() > 0)
                .flatMap(point -> answer.crossings(point).stream().map(crossing -> new Run(point.x(), crossing)));
    }

    private List<RunSamples> runs() {
        return drawn.stream()
                .flatMap(group -> crossings(group)
                        .map(run -> new RunSamples(
                                group.group(),
                                run.x(),
                                run.crossing().isReached()
                                        ? run.crossing().upper()
                                        : run.crossing().lower(),
                                run.crossing().isReached() ? RunSamples.Status.REACHED : RunSamples.Status.CENSORED)))
                .toList();
    }

    private List<FittedPoint> fits() {
        List<FittedPoint> points = new ArrayList<>();
        for (GroupLaws group : drawn) {
            List<CellFit> cells = group.comparison().map(Comparison::cells).orElse(List.of());
            for (Candidate candidate : group.drawn()) {
                double first = cells.get(0).x();
                double last = cells.get(cells.size() - 1).x();
                for (int i = 0; i < FITTED_POINTS; i++) {
                    double x = first * Math.pow(last / first, i / (FITTED_POINTS - 1.0));
                    candidate
                            .fit()
                            .at(x, Confidence.USUAL)
                            .ifPresent(fit -> points.add(new FittedPoint(
                                    group.group(),
                                    GroupLaws.name(candidate.law(), axis),
                                    x,
                                    fit.median(),
                                    fit.confidence().lower(),
                                    fit.confidence().upper())));
                }
            }
        }
        return points;
    }

    private List<Slope> slopes() {
        return drawn.stream()
                .flatMap(group -> group.comparison().stream()
                        .flatMap(comparison -> comparison.slopes().stream())
                        .map(slope -> new Slope(
                                words(group),
                                Math.sqrt(slope.from() * slope.to()),
                                slope.slope(),
                                slope.interval().lower(),
                                slope.interval().upper())))
                .toList();
    }

    private static String words(GroupLaws group) {
        return group.group().isEmpty() ? "all cells" : group.group();
    }

    private List<Residual> residuals() {
        return drawn.stream()
                .flatMap(group -> group.drawn().stream()
                        .flatMap(candidate -> candidate.residuals().stream()
                                .map(residual -> new Residual(
                                        group.group(),
                                        GroupLaws.name(candidate.law(), axis),
                                        residual.x(),
                                        Math.exp(residual.value()),
                                        Math.exp(residual.interval().lower()),
                                        Math.exp(residual.interval().upper())))))
                .toList();
    }
}
