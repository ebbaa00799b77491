package dev.polylog.sweep.study;

import dev.polylog.sweep.analysis.survival.Threshold;
import dev.polylog.sweep.evidence.Criterion;
import dev.polylog.trainer.run.RunSpec;
import dev.polylog.trainer.run.StopRule;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What counts as learned in a study: what the sweep itself stops at, unless another threshold is asked for. */
final class Criteria {
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
        List<Double> values =
                options.thresholds().isEmpty() ? List.of(stop.orElse(Criterion.USUAL_ERROR)) : options.thresholds();
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
}
