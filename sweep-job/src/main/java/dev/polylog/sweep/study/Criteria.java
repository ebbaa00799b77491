package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.survival.Threshold;
import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.sweep.format.Numerals;
import dev.polylog.trainer.run.RunSpec;
import dev.polylog.trainer.run.StopRule;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What counts as learned in a study: what the sweep itself stops at, unless another threshold is asked for. */
final class Criteria {
    private static final double USUAL_ERROR = 0.1;

    private Criteria() {}

    /**
     * One criterion for each threshold, at least one.
     *
     * @throws IllegalArgumentException if runs were stopped before they could show it
     */
    static List<Criterion> of(StudyDesign design, StudyOptions options) {
        List<StopRule> rules = design.points().stream()
                .map(design::spec)
                .map(RunSpec::stopRule)
                .distinct()
                .toList();
        OptionalDouble error = largest(rules, StopRule::atError);
        OptionalDouble loss = largest(rules, StopRule::atLoss);
        boolean byLoss = error.isEmpty() && loss.isPresent();
        Criterion.Observed observed = byLoss ? Criterion.Observed.TEST_LOSS : Criterion.Observed.TEST_ERROR;
        OptionalDouble stop = byLoss ? loss : error;
        int stopConfirm = rules.stream().mapToInt(StopRule::confirm).min().orElse(1);
        int confirm = options.confirm().orElse(stopConfirm);
        List<Double> values = options.thresholds().isEmpty() ? List.of(stop.orElse(USUAL_ERROR)) : options.thresholds();
        return values.stream()
                .map(value -> new Threshold(value, confirm))
                .peek(threshold -> threshold.checkAgainst(stop, stopConfirm))
                .map(threshold -> new Criterion(observed, threshold))
                .toList();
    }

    private static OptionalDouble largest(List<StopRule> rules, Function<StopRule, @Nullable Double> target) {
        return rules.stream()
                .map(target)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .max();
    }

    /** Such as {@code a test error of at most 0.05 at 3 checkpoints in a row}. */
    static String words(Criterion criterion) {
        int confirm = criterion.threshold().confirm();
        return "a " + criterion.observable() + " of at most "
                + Numerals.plain(criterion.threshold().value())
                + (confirm == 1 ? " at one checkpoint" : " at " + confirm + " checkpoints in a row");
    }
}
