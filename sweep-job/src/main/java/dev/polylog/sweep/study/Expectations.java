package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.scaling.ExpectedMedians;
import dev.polylog.sweep.evidence.BandLevel;
import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.sweep.report.figure.FittedLaw;
import dev.polylog.sweep.theory.Aim;
import dev.polylog.sweep.theory.Expectation;
import dev.polylog.sweep.theory.Forecast;
import dev.polylog.sweep.theory.Theory;
import dev.polylog.trainer.run.Method;
import dev.polylog.trainer.run.RunSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What theory expects of the cells of a study, to stand beside what they did.
 *
 * @param byCell of the cells that theory is about; cells of theory itself are not among them
 * @param remark what a reader has to know of it; empty if theory has nothing to say
 */
record Expectations(Map<Integer, Expectation> byCell, List<String> remark) {
    private static final Expectations NONE = new Expectations(Map.of(), List.of());

    /** Numbers of starts, the first of which that is quick enough is taken. */
    private static final List<Integer> STARTS = List.of(Theory.USUAL_STARTS, 4, 2);

    /** Of one core, by the theory's own estimate, that a report may take for it unless it is asked for more. */
    private static final double MOST_SECONDS = 12;

    Expectations {
        byCell = Map.copyOf(byCell);
        remark = List.copyOf(remark);
    }

    /** Those of all cells, by as many starts as are asked for, or by as many as are quick. */
    static Expectations of(StudyDesign design, Criterion criterion, StudyOptions options) {
        List<DesignPoint> points = design.points().stream()
                .filter(point -> !isTheory(design.spec(point)))
                .toList();
        List<Aim> aims = points.stream()
                .map(point -> new Aim(design.spec(point), criterion))
                .toList();
        if (options.starts().isPresent()) {
            int starts = options.starts().getAsInt();
            return starts == 0 ? NONE : of(points, aims, Theory.of(starts));
        }
        Optional<Theory> quick = STARTS.stream()
                .map(Theory::of)
                .filter(theory -> theory.seconds(aims) <= MOST_SECONDS)
                .findFirst();
        return quick.map(theory -> of(points, aims, theory))
                .orElseGet(() -> new Expectations(
                        Map.of(),
                        List.of("Theory is left out, because it would take long; "
                                + "`polylog report --starts 2` puts it in, and `polylog predict` says it alone.")));
    }

    private static Expectations of(List<DesignPoint> points, List<Aim> aims, Theory theory) {
        List<Forecast> forecasts = theory.forecasts(aims, Theory.Progress.NONE);
        Map<Integer, Expectation> byCell = new HashMap<>();
        IntStream.range(0, points.size()).forEach(i -> {
            if (forecasts.get(i) instanceof Expectation expectation) {
                byCell.put(points.get(i).cell(), expectation);
            }
        });
        return byCell.isEmpty()
                ? NONE
                : new Expectations(
                        byCell,
                        List.of("Dashed lines called \"" + FittedLaw.RECURSION + "\" are the median of "
                                + Numerals.count(theory.starts(), "start")
                                + " of the recursion of docs/theory.md, which knows nothing of these runs."));
    }

    /** Whether a run is theory itself and no SGD. */
    static boolean isTheory(RunSpec spec) {
        return spec.method() instanceof Method.Sgd sgd && sgd.engine().isTheory();
    }

    Optional<Expectation> of(int cell) {
        return Optional.ofNullable(byCell.get(cell));
    }

    /** Quantiles over the starts of these cells. */
    List<BandLevel> levels(List<DesignPoint> points, List<String> columns) {
        return points.stream()
                .flatMap(point -> of(point.cell()).stream()
                        .flatMap(expectation -> expectation.levels(point.cell(), columns).stream()))
                .toList();
    }

    ExpectedMedians medians(List<DesignPoint> points) {
        return ExpectedScaling.medians(points, byCell);
    }
}
