package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.growth.BlockStep;
import dev.polylog.sweep.analysis.growth.Coefficient;
import dev.polylog.sweep.analysis.growth.GrowthRegression;
import dev.polylog.sweep.analysis.growth.PhaseBoundaries;
import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.analysis.survival.KaplanMeier;
import dev.polylog.sweep.claim.BlockSteps;
import dev.polylog.sweep.evidence.BandLevel;
import dev.polylog.sweep.evidence.NeuronRow;
import dev.polylog.sweep.evidence.RunTenth;
import dev.polylog.sweep.evidence.Trajectory;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.report.Section;
import dev.polylog.sweep.report.figure.Alignment;
import dev.polylog.sweep.report.figure.AngleHistogram;
import dev.polylog.sweep.report.figure.BlockGrowth;
import dev.polylog.sweep.report.figure.BoundaryMap;
import dev.polylog.sweep.report.figure.DistanceErrors;
import dev.polylog.sweep.report.figure.Entry;
import dev.polylog.sweep.report.figure.ObservableCurves;
import dev.polylog.sweep.report.figure.ObservableSet;
import dev.polylog.sweep.report.figure.PhaseStart;
import dev.polylog.sweep.report.figure.TextTable;
import dev.polylog.sweep.report.figure.Thinning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What happens inside the networks of a few cells. */
final class NetworkChapter {
    static final int REPLICATES = 24;
    private static final int MOST_CELLS = 6;

    private final StudyDesign design;
    private final Map<Integer, List<Trajectory>> trajectories;
    private final List<BlockStep> steps;

    private NetworkChapter(StudyDesign design, List<Trajectory> trajectories, List<BlockStep> steps) {
        this.design = design;
        this.trajectories = trajectories.stream()
                .filter(trajectory -> trajectory.outcome().isComplete())
                .collect(Collectors.groupingBy(Trajectory::cell, LinkedHashMap::new, Collectors.toList()));
        this.steps = steps;
    }

    /** The cells that are looked into: of evenly chosen groups the ends of the axis, of a single one also what lies between. */
    static List<DesignPoint> chosen(StudyDesign design, List<CellSummary> cells) {
        Map<String, List<DesignPoint>> started = cells.stream()
                .filter(cell -> cell.success().trials() > 0)
                .map(CellSummary::point)
                .collect(Collectors.groupingBy(DesignPoint::group, LinkedHashMap::new, Collectors.toList()));
        List<String> groups = Thinning.even(List.copyOf(started.keySet()), MOST_CELLS);
        int each = Math.max(1, Math.min(4, MOST_CELLS / Math.max(1, groups.size())));
        return groups.stream()
                .flatMap(group -> {
                    List<DesignPoint> along = started.getOrDefault(group, List.of());
                    return (each == 1 ? along.subList(along.size() - 1, along.size()) : Thinning.even(along, each))
                            .stream();
                })
                .toList();
    }

    static Section of(
            StudyDesign design,
            List<Trajectory> trajectories,
            List<BlockStep> steps,
            List<NeuronRow> neurons,
            List<RunTenth> distances,
            int chosen,
            int all,
            Expectations expectations) {
        NetworkChapter chapter = new NetworkChapter(design, trajectories, steps);
        List<BandLevel> levels = chapter.levels();
        List<PhaseStart> starts = chapter.phaseStarts();
        List<DesignPoint> cells =
                chapter.trajectories.keySet().stream().map(design::point).toList();
        List<Entry> entries = new ArrayList<>();
        for (ObservableSet set :
                List.of(ObservableSet.MASSES, ObservableSet.IMBALANCE, ObservableSet.MARGINS, ObservableSet.NORMS)) {
            entries.add(
                    ObservableCurves.of(set, levels, expectations.levels(cells, set.columns()), starts, design::label));
        }
        entries.add(BlockGrowth.of(steps, theory(design, cells, expectations), design::label));
        entries.addAll(chapter.regressions());
        entries.add(Alignment.of(neurons, design::label));
        entries.add(AngleHistogram.of(neurons, design::label));
        entries.add(BoundaryMap.of(Boundaries.of(design, neurons), design::label));
        entries.add(DistanceErrors.of(distances, design::label));
        List<String> words = new ArrayList<>();
        words.add("Of " + Numerals.count(all, "cell") + " with results, " + chosen + " " + (chosen == 1 ? "is" : "are")
                + " looked into, with at most " + REPLICATES + " runs each.");
        words.addAll(chapter.regression());
        return new Section("Inside the network", words, entries);
    }

    /** Growth of the blocks in the starts of theory. */
    private static List<BlockStep> theory(StudyDesign design, List<DesignPoint> cells, Expectations expectations) {
        return cells.stream()
                .flatMap(point -> expectations.of(point.cell()).stream()
                        .flatMap(expectation -> expectation.trajectories().stream())
                        .flatMap(
                                start -> BlockSteps.of(
                                        start.of(point.cell()),
                                        design.spec(point).training())
                                        .stream()))
                .toList();
    }

    private List<BandLevel> levels() {
        List<BandLevel> levels = new ArrayList<>();
        trajectories.forEach((cell, runs) -> {
            for (ObservableSet set : ObservableSet.values()) {
                set.columns().forEach(column -> levels.addAll(levels(cell, column, runs)));
            }
        });
        return levels;
    }

    /** Quantiles at the checkpoints that all runs have. */
    private static List<BandLevel> levels(int cell, String column, List<Trajectory> runs) {
        Map<Long, List<Double>> bySamples = new TreeMap<>();
        for (Trajectory run : runs) {
            long[] samples = run.samples();
            double[] values = run.values(column);
            for (int i = 0; i < samples.length; i++) {
                if (!Double.isNaN(values[i])) {
                    bySamples
                            .computeIfAbsent(samples[i], seen -> new ArrayList<>())
                            .add(values[i]);
                }
            }
        }
        List<BandLevel> levels = new ArrayList<>();
        bySamples.forEach((samples, values) -> {
            if (values.size() == runs.size()) {
                levels.add(BandLevel.of(cell, column, samples, values));
            }
        });
        return levels;
    }

    private List<PhaseStart> phaseStarts() {
        List<PhaseStart> starts = new ArrayList<>();
        trajectories.forEach((cell, runs) -> {
            List<PhaseBoundaries> boundaries = runs.stream()
                    .filter(run -> run.phases().stream().anyMatch(phase -> !phase.isEmpty()))
                    .map(NetworkChapter::boundaries)
                    .toList();
            add(starts, cell, "heterogeneous", boundaries, PhaseBoundaries::heterogeneous);
            add(starts, cell, "heavy", boundaries, PhaseBoundaries::heavy);
        });
        return starts;
    }

    static PhaseBoundaries boundaries(Trajectory run) {
        return PhaseBoundaries.of(run.samples(), run.phases(), 1);
    }

    private void add(
            List<PhaseStart> starts,
            int cell,
            String phase,
            List<PhaseBoundaries> boundaries,
            Function<PhaseBoundaries, Crossing> which) {
        double median = KaplanMeier.ofUpperEnds(boundaries.stream().map(which).toList())
                .median()
                .estimate();
        if (Double.isFinite(median)) {
            starts.add(new PhaseStart(cell, phase, median));
        }
    }

    /** Steps by cell, in the order in which cells are looked into. */
    private Map<Integer, List<BlockStep>> stepsByCell() {
        return steps.stream().collect(Collectors.groupingBy(BlockStep::cell, LinkedHashMap::new, Collectors.toList()));
    }

    /** Of one cell a sentence. */
    private List<String> regression() {
        Map<Integer, List<BlockStep>> cells = stepsByCell();
        return cells.size() != 1
                ? List.of()
                : cells.entrySet().stream()
                        .map(cell -> sentence(design.label(cell.getKey()), cell.getValue()))
                        .toList();
    }

    /** @param label of the cell; empty if it is the only one */
    static String sentence(String label, List<BlockStep> steps) {
        return (label.isEmpty() ? "" : label + ": ")
                + fit(steps)
                        .map(fit -> "Measured over predicted growth of the blocks is " + fit.throughOrigin()
                                + ", by a line through the origin over "
                                + Numerals.count(fit.points(), "interval") + " of " + Numerals.count(fit.runs(), "run")
                                + fit.line()
                                        .map(line -> "; with an intercept the slope is " + line.slope()
                                                + " and the intercept " + line.intercept() + ".")
                                        .orElse("."))
                        .orElse("Too few checkpoints are in the heavy phase to compare growth with its prediction.");
    }

    /** Of several cells a table. */
    private List<Entry> regressions() {
        Map<Integer, List<BlockStep>> cells = stepsByCell();
        if (cells.size() < 2) {
            return List.of();
        }
        List<List<String>> rows = cells.entrySet().stream()
                .map(cell -> row(design.label(cell.getKey()), fit(cell.getValue())))
                .toList();
        return List.of(new TextTable(
                "Measured over predicted growth of the blocks, by lines",
                "Slopes are 1, and the intercept is 0, where the average margin says how fast blocks grow in the heavy phase."
                        + " Intervals are 95 %, robust to what the steps of a run have in common.",
                List.of("cell", "runs", "intervals", "slope through 0", "slope", "intercept"),
                rows));
    }

    private static List<String> row(String label, Optional<GrowthRegression> fit) {
        Optional<GrowthRegression.Line> line = fit.flatMap(GrowthRegression::line);
        return List.of(
                label,
                fit.map(each -> Numerals.count(each.runs())).orElse(Numerals.NONE),
                fit.map(each -> Numerals.count(each.points())).orElse(Numerals.NONE),
                fit.map(each -> written(each.throughOrigin())).orElse(Numerals.NONE),
                line.map(each -> written(each.slope())).orElse(Numerals.NONE),
                line.map(each -> written(each.intercept())).orElse(Numerals.NONE));
    }

    private static String written(Coefficient coefficient) {
        return Numerals.estimate(
                coefficient.value(),
                coefficient.interval().lower(),
                coefficient.interval().upper());
    }

    /** Empty where too few checkpoints are in the heavy phase to compare growth with its prediction. */
    private static Optional<GrowthRegression> fit(List<BlockStep> steps) {
        return GrowthRegression.ifPossible(BlockStep.points(steps), Confidence.USUAL);
    }

    /** All steps of blocks in the heavy phase. */
    static List<BlockStep> steps(StudyDesign design, List<Trajectory> trajectories) {
        return trajectories.stream()
                .filter(trajectory -> trajectory.outcome().isComplete())
                .flatMap(trajectory ->
                        BlockSteps.of(
                                trajectory,
                                design.spec(design.point(trajectory.cell())).training())
                                .stream())
                .toList();
    }

    /** Whether anything was recorded in the phase column. */
    static boolean hasPhases(Trajectory trajectory) {
        return trajectory.phases().stream().anyMatch(phase -> !phase.isEmpty());
    }
}
