package dev.polylog.sweep.study;

import dev.polylog.sweep.theory.GrowthTheory;
import dev.polylog.trainer.run.Field;
import dev.polylog.trainer.run.Fields;
import dev.polylog.trainer.run.RunSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;

/**
 * What theory says of n* along a field other than d, up to a constant. A further field is one entry of {@link #ALL}.
 *
 * @param field along which it says something
 * @param formula what n* is proportional to, in the field's column name
 * @param shape the same as a function
 * @param reason why, after the word because
 * @param domain specifications that the theory is about
 */
record AxisTheory(Field<?> field, String formula, DoubleUnaryOperator shape, String reason, Predicate<RunSpec> domain) {

    static final List<AxisTheory> ALL = List.of(new AxisTheory(
            Fields.LABEL_NOISE,
            "1 / (1 - 2 label_noise)",
            q -> 1 / (1 - 2 * q),
            "flipped labels slow the growth of the signal by 1 - 2 label_noise",
            GrowthTheory::applies));

    /** That of a field, if it is about all of these specifications. */
    static Optional<AxisTheory> of(Field<?> field, List<RunSpec> specs) {
        return ALL.stream()
                .filter(theory -> theory.field.equals(field))
                .filter(theory -> specs.stream().allMatch(theory.domain))
                .findFirst();
    }

    /** How many times as many samples it expects at one place as at another. */
    double ratio(double from, double to) {
        return shape.applyAsDouble(to) / shape.applyAsDouble(from);
    }
}
