package dev.polylog.trainer.optimizer;

import dev.polylog.trainer.network.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** How gradients move weights. */
public sealed interface Optimizer permits Sgd, Momentum, Nesterov, Adam {

    /** All optimisers at the usual values of their parameters; the registry of sweep files. */
    static List<Optimizer> all() {
        return Stream.of(new Sgd(0), new Momentum(0, 0), new Nesterov(0, 0), new Adam(0, 0, 0, 1))
                .map(optimizer -> optimizer.with(USUAL_STEP_SIZE, Parameter::usual))
                .toList();
    }

    double USUAL_STEP_SIZE = 0.1;

    /** Its parameters besides the step size. */
    default List<Parameter> parameters() {
        return List.of();
    }

    /** The value of one of them. */
    default double parameter(Parameter parameter) {
        throw new IllegalArgumentException("Cannot read " + parameter + ", " + this + " does not take it");
    }

    /** The same optimiser with another step size and other parameters. */
    Optimizer with(double newStepSize, ToDoubleFunction<Parameter> values);

    /** eta. */
    double stepSize();

    /** Numbers that it keeps for each parameter between steps. */
    int momentsPerParameter();

    /** Nanoseconds, of a parameter, that a step takes more than plain descent on the core of frozen costs. */
    default double extraNanoseconds() {
        return 1.8 * momentsPerParameter();
    }

    /** How it moves a vector of weights by linear combinations of vectors; empty if it looks at single coordinates. */
    default Optional<Recurrence> recurrence() {
        return Optional.empty();
    }

    /**
     * Its state before the first step.
     *
     * @param parameters how many weights it will move
     * @param batchSize m, samples over which gradients are sums
     */
    Rule start(int parameters, long batchSize);

    /** Refuses what is not finite and at least zero. */
    static void checkStepSize(double stepSize) {
        if (!(stepSize >= 0 && Double.isFinite(stepSize))) {
            throw new IllegalArgumentException("Invalid step-size: " + stepSize + " (expected at least 0)");
        }
    }

    /** Refuses a decay that does not forget. */
    static void checkDecay(Parameter name, double decay) {
        if (!(decay >= 0 && decay < 1)) {
            throw new IllegalArgumentException("Invalid " + name + ": " + decay + " (expected at least 0, below 1)");
        }
    }
}
