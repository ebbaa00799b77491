package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.growth.BlockStep;
import dev.polylog.sweep.analysis.growth.PhaseBoundaries;
import dev.polylog.sweep.analysis.numeric.Confidence;
import dev.polylog.sweep.analysis.numeric.Interval;
import dev.polylog.sweep.analysis.scaling.Candidate;
import dev.polylog.sweep.analysis.scaling.Estimate;
import dev.polylog.sweep.analysis.scaling.HoldOut;
import dev.polylog.sweep.analysis.scaling.Verdict;
import dev.polylog.sweep.analysis.survival.Crossing;
import dev.polylog.sweep.analysis.survival.RunningTime;
import dev.polylog.sweep.evidence.BandLevel;
import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.sweep.evidence.RunCrossing;
import dev.polylog.sweep.evidence.Trajectory;
import dev.polylog.sweep.store.ResultTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The results of a study as rows of tables, each row made when it is read. */
final class Results {
    private final StudyDesign design;
    private final Map<ResultTable, Iterable<List<@Nullable Object>>> tables = new EnumMap<>(ResultTable.class);

    private Results(StudyDesign design) {
        this.design = design;
    }

    static Map<ResultTable, Iterable<List<@Nullable Object>>> of(
            StudyDesign design,
            List<ScalingAnswer> answers,
            List<List<CellSummary>> cells,
            List<BandLevel> bands,
            List<Trajectory> trajectories,
            List<BlockStep> steps) {
        Results results = new Results(design);
        results.add(
                ResultTable.CROSSINGS,
                answers,
                answer -> answer.runs().stream().map(run -> results.crossing(answer.criterion(), run)));
        results.add(
                ResultTable.CELLS,
                IntStream.range(0, answers.size()).boxed().toList(),
                i -> cells.get(i).stream()
                        .map(cell -> results.cell(answers.get(i).criterion(), cell)));
        results.add(ResultTable.LAWS, answers, results::laws);
        results.add(ResultTable.SLOPES, answers, results::slopes);
        results.add(ResultTable.RESIDUALS, answers, results::residuals);
        results.add(ResultTable.BANDS, bands, level -> Stream.of(results.band(level)));
        results.add(ResultTable.GROWTH, steps, step -> Stream.of(results.growth(step)));
        results.add(
                ResultTable.PHASES,
                trajectories.stream().filter(NetworkChapter::hasPhases).toList(),
                results::phases);
        return Collections.unmodifiableMap(results.tables);
    }

    private <T> void add(ResultTable table, List<T> sources, Function<T, Stream<List<@Nullable Object>>> rows) {
        tables.put(table, () -> sources.stream().flatMap(rows).iterator());
    }

    private static List<@Nullable Object> row(List<@Nullable Object> first, @Nullable Object... others) {
        List<@Nullable Object> row = new ArrayList<>(first);
        row.addAll(Arrays.asList(others));
        return row;
    }

    private List<@Nullable Object> point(int cell) {
        DesignPoint point = design.point(cell);
        return row(List.of(), point.group(), design.axis().toString(), point.x());
    }

    private List<@Nullable Object> group(ScalingAnswer answer, GroupLaws group) {
        return row(
                List.of(),
                group.group(),
                design.axis().toString(),
                answer.criterion().observable().column(),
                answer.criterion().threshold().value());
    }

    private List<@Nullable Object> crossing(Criterion criterion, RunCrossing run) {
        return row(
                point(run.cell()),
                design.point(run.cell()).d(),
                run.replicate(),
                run.runId(),
                criterion.observable().column(),
                criterion.threshold().value(),
                criterion.threshold().confirm(),
                run.crossing().lower(),
                run.crossing().upper(),
                run.crossing().spent());
    }

    private List<@Nullable Object> cell(Criterion criterion, CellSummary cell) {
        Interval success = cell.success().wilson(Confidence.USUAL);
        boolean hasRuns = cell.success().trials() > 0;
        @Nullable RunningTime time = cell.runningTime().orElse(null);
        double error = cell.outcomes().medianTestError();
        return row(
                point(cell.point().cell()),
                cell.point().d(),
                (long) cell.point().planned(),
                cell.outcomes().count("reached"),
                cell.outcomes().count("exhausted"),
                cell.outcomes().count("diverged"),
                cell.outcomes().count("rejected"),
                cell.outcomes().count("failed"),
                Double.isNaN(error) ? null : error,
                criterion.observable().column(),
                criterion.threshold().value(),
                criterion.threshold().confirm(),
                (long) cell.success().trials(),
                (long) cell.success().successes(),
                hasRuns ? cell.success().value() : null,
                hasRuns ? success.lower() : null,
                hasRuns ? success.upper() : null,
                hasRuns ? cell.median().estimate() : null,
                hasRuns ? cell.median().interval().lower() : null,
                hasRuns ? cell.median().interval().upper() : null,
                time == null ? null : time.estimate(),
                time == null ? null : time.interval().lower(),
                time == null ? null : time.interval().upper());
    }

    private Stream<List<@Nullable Object>> laws(ScalingAnswer answer) {
        return answer.groups().stream()
                .flatMap(group -> group.comparison().stream()
                        .flatMap(comparison -> comparison.candidates().stream())
                        .flatMap(candidate -> candidate.estimates().stream()
                                .map(estimate -> law(answer, group, candidate, estimate))));
    }

    private List<@Nullable Object> law(ScalingAnswer answer, GroupLaws group, Candidate candidate, Estimate estimate) {
        var bootstrap = group.bootstraps().get(candidate.law());
        @Nullable
        Interval resampled = bootstrap == null ? null : bootstrap.intervals().get(estimate.name());
        @Nullable HoldOut held = candidate.holdOut().orElse(null);
        var prediction = candidate.holdOut().flatMap(HoldOut::prediction).orElse(null);
        return row(
                group(answer, group),
                answer.criterion().threshold().confirm(),
                group.verdict()
                        .map(Verdict::decision)
                        .map(Enum::name)
                        .orElse("too_little_data")
                        .toLowerCase(Locale.ROOT),
                candidate.law().formula(design.axis().toString()),
                estimate.name(),
                estimate.value(),
                estimate.interval().lower(),
                estimate.interval().upper(),
                resampled == null ? null : resampled.lower(),
                resampled == null ? null : resampled.upper(),
                candidate.delta(),
                candidate.weight(),
                candidate.misfit(),
                held == null ? null : held.x(),
                prediction == null ? null : prediction.median(),
                prediction == null ? null : prediction.prediction().lower(),
                prediction == null ? null : prediction.prediction().upper(),
                held == null ? null : held.observed().estimate(),
                held == null ? null : held.logScore());
    }

    private Stream<List<@Nullable Object>> slopes(ScalingAnswer answer) {
        return answer.groups().stream()
                .flatMap(group -> group.comparison().stream()
                        .flatMap(comparison -> comparison.slopes().stream())
                        .map(slope -> row(
                                group(answer, group),
                                slope.from(),
                                slope.to(),
                                slope.slope(),
                                slope.interval().lower(),
                                slope.interval().upper())));
    }

    private Stream<List<@Nullable Object>> residuals(ScalingAnswer answer) {
        return answer.groups().stream()
                .flatMap(group -> group.comparison().stream()
                        .flatMap(comparison -> comparison.candidates().stream())
                        .flatMap(candidate -> candidate.residuals().stream()
                                .map(residual -> row(
                                        group(answer, group),
                                        candidate.law().formula(design.axis().toString()),
                                        residual.x(),
                                        residual.value(),
                                        residual.interval().lower(),
                                        residual.interval().upper()))));
    }

    private List<@Nullable Object> band(BandLevel level) {
        return row(
                point(level.cell()),
                design.point(level.cell()).d(),
                level.observable(),
                level.samples(),
                level.runs(),
                level.q05(),
                level.q25(),
                level.q50(),
                level.q75(),
                level.q95());
    }

    private List<@Nullable Object> growth(BlockStep step) {
        return row(
                point(step.cell()),
                step.runId(),
                step.block(),
                step.fromStep(),
                step.toStep(),
                step.predicted(),
                step.measured());
    }

    private Stream<List<@Nullable Object>> phases(Trajectory trajectory) {
        PhaseBoundaries boundaries = NetworkChapter.boundaries(trajectory);
        return Stream.of(
                phase(trajectory, "heterogeneous", boundaries.heterogeneous()),
                phase(trajectory, "heavy", boundaries.heavy()));
    }

    private List<@Nullable Object> phase(Trajectory trajectory, String phase, Crossing start) {
        return row(point(trajectory.cell()), trajectory.runId(), phase, start.lower(), start.upper());
    }
}
