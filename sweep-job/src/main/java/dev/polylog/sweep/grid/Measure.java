package dev.polylog.sweep.grid;

import dev.polylog.trainer.expression.Expression;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A statistic by its name, and what it is asked.
 *
 * @param arguments by name of the parameter; those that may be left out and were are missing
 */
public record Measure(String statistic, Map<String, Argument> arguments) {

    /** What a statistic is told. */
    public sealed interface Argument {}

    public record OfNumber(BigDecimal value) implements Argument {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    public record OfWord(String word) implements Argument {
        @Override
        public String toString() {
            return word;
        }
    }

    /** Cells of the claim where a condition holds. */
    public record OfCells(Expression<Boolean> condition) implements Argument {
        @Override
        public String toString() {
            return condition.toString();
        }
    }

    public Measure {
        arguments = Collections.unmodifiableMap(new TreeMap<>(arguments));
    }

    public Optional<Double> number(String parameter) {
        return Optional.ofNullable(arguments.get(parameter))
                .map(argument -> ((OfNumber) argument).value().doubleValue());
    }

    public Optional<String> word(String parameter) {
        return Optional.ofNullable(arguments.get(parameter)).map(argument -> ((OfWord) argument).word());
    }

    public Optional<Expression<Boolean>> cells(String parameter) {
        return Optional.ofNullable(arguments.get(parameter)).map(argument -> ((OfCells) argument).condition());
    }

    /** Such as {@code median-ratio (of width == 8, to width == 64)}. */
    @Override
    public String toString() {
        return arguments.isEmpty()
                ? statistic
                : arguments.entrySet().stream()
                        .map(argument -> argument.getKey() + " " + argument.getValue())
                        .collect(Collectors.joining(", ", statistic + " (", ")"));
    }
}
