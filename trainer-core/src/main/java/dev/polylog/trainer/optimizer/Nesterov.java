package dev.polylog.trainer.optimizer;

import dev.polylog.trainer.network.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Momentum that looks ahead, {@code v = mu v + g} and {@code w -= eta (g + mu v)}.
 *
 * <p>Reference: Nesterov, "A method for solving the convex programming problem with convergence rate O(1/k^2)", 1983, in the
 * form of Sutskever, Martens, Dahl and Hinton, "On the importance of initialization and momentum in deep learning", 2013.
 *
 * @param stepSize eta
 * @param decay mu, the share of the velocity that a step keeps
 */
public record Nesterov(double stepSize, double decay) implements Optimizer {
    public Nesterov {
        Optimizer.checkStepSize(stepSize);
        Optimizer.checkDecay(Momentum.DECAY, decay);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Momentum.DECAY);
    }

    @Override
    public double parameter(Parameter parameter) {
        return decay;
    }

    @Override
    public Optimizer with(double newStepSize, ToDoubleFunction<Parameter> values) {
        return new Nesterov(newStepSize, values.applyAsDouble(Momentum.DECAY));
    }

    @Override
    public int momentsPerParameter() {
        return 1;
    }

    @Override
    public Optional<Recurrence> recurrence() {
        return Optional.of(new Recurrence(decay, stepSize, stepSize * decay));
    }

    @Override
    public Rule start(int parameters, long batchSize) {
        double[] velocity = new double[parameters];
        return new Rule() {
            @Override
            public void begin() {}

            @Override
            public double displacement(int parameter, double factor, double sum) {
                double gradient = factor * sum / batchSize;
                velocity[parameter] = decay * velocity[parameter] + gradient;
                return stepSize * (gradient + decay * velocity[parameter]);
            }
        };
    }

    @Override
    public String toString() {
        return "nesterov";
    }
}
