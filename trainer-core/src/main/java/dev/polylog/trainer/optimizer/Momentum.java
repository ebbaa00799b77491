package dev.polylog.trainer.optimizer;

import dev.polylog.trainer.network.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The heavy ball, {@code v = mu v + g} and {@code w -= eta v}.
 *
 * <p>Reference: Polyak, "Some methods of speeding up the convergence of iteration methods", 1964.
 *
 * @param stepSize eta
 * @param decay mu, the share of the velocity that a step keeps
 */
public record Momentum(double stepSize, double decay) implements Optimizer {
    public static final Parameter DECAY = Parameter.decay("momentum", 0.9, "share of the velocity that a step keeps");

    public Momentum {
        Optimizer.checkStepSize(stepSize);
        Optimizer.checkDecay(DECAY, decay);
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(DECAY);
    }

    @Override
    public double parameter(Parameter parameter) {
        return decay;
    }

    @Override
    public Optimizer with(double newStepSize, ToDoubleFunction<Parameter> values) {
        return new Momentum(newStepSize, values.applyAsDouble(DECAY));
    }

    @Override
    public int momentsPerParameter() {
        return 1;
    }

    @Override
    public Optional<Recurrence> recurrence() {
        return Optional.of(new Recurrence(decay, 0, stepSize));
    }

    @Override
    public Rule start(int parameters, long batchSize) {
        double[] velocity = new double[parameters];
        return new Rule() {
            @Override
            public void begin() {}

            @Override
            public double displacement(int parameter, double factor, double sum) {
                velocity[parameter] = decay * velocity[parameter] + factor * sum / batchSize;
                return stepSize * velocity[parameter];
            }
        };
    }

    @Override
    public String toString() {
        return "momentum";
    }
}
