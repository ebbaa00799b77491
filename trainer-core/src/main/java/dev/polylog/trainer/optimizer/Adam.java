package dev.polylog.trainer.optimizer;

import dev.polylog.trainer.network.Parameter;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Adaptive moments: {@code u = beta1 u + (1 - beta1) g}, {@code v = beta2 v + (1 - beta2) g^2} and, with both corrected for
 * their start at zero, {@code w -= eta (u / (1 - beta1^t)) / (sqrt(v / (1 - beta2^t)) + epsilon)} at the t-th step.
 *
 * <p>Reference: Kingma and Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1.
 *
 * @param stepSize eta
 * @param beta1 decay of the first moments
 * @param beta2 decay of the second moments
 * @param epsilon more than 0
 */
public record Adam(double stepSize, double beta1, double beta2, double epsilon) implements Optimizer {
    public static final Parameter BETA1 = Parameter.decay("beta1", 0.9, "decay of the first moments of adam");
    public static final Parameter BETA2 = Parameter.decay("beta2", 0.999, "decay of the second moments of adam");
    public static final Parameter EPSILON = new Parameter(
            "epsilon", 1e-8, Double.MIN_VALUE, Double.MAX_VALUE, "added to the root of the second moments of adam");

    public Adam {
        Optimizer.checkStepSize(stepSize);
        Optimizer.checkDecay(BETA1, beta1);
        Optimizer.checkDecay(BETA2, beta2);
        if (!(epsilon > 0 && Double.isFinite(epsilon))) {
            throw new IllegalArgumentException("Invalid epsilon: " + epsilon + " (expected more than 0)");
        }
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(BETA1, BETA2, EPSILON);
    }

    @Override
    public double parameter(Parameter parameter) {
        return parameter.equals(BETA1) ? beta1 : parameter.equals(BETA2) ? beta2 : epsilon;
    }

    @Override
    public Optimizer with(double newStepSize, ToDoubleFunction<Parameter> values) {
        return new Adam(
                newStepSize, values.applyAsDouble(BETA1), values.applyAsDouble(BETA2), values.applyAsDouble(EPSILON));
    }

    @Override
    public int momentsPerParameter() {
        return 2;
    }

    @Override
    public Rule start(int parameters, long batchSize) {
        return new Moments(this, parameters, batchSize);
    }

    /** First and second moments of the gradients of some weights. */
    private static final class Moments implements Rule {
        private final Adam adam;
        private final double inverseBatch;
        private final double[] first;
        private final double[] second;
        private double power1 = 1;
        private double power2 = 1;
        private double rate;
        private double inverseCorrection2;

        Moments(Adam adam, int parameters, long batchSize) {
            this.adam = adam;
            this.inverseBatch = 1.0 / batchSize;
            this.first = new double[parameters];
            this.second = new double[parameters];
        }

        @Override
        public void begin() {
            power1 *= adam.beta1;
            power2 *= adam.beta2;
            rate = adam.stepSize / (1 - power1);
            inverseCorrection2 = 1 / (1 - power2);
        }

        @Override
        public double displacement(int parameter, double factor, double sum) {
            double gradient = factor * sum * inverseBatch;
            double u = adam.beta1 * first[parameter] + (1 - adam.beta1) * gradient;
            double v = adam.beta2 * second[parameter] + (1 - adam.beta2) * gradient * gradient;
            first[parameter] = u;
            second[parameter] = v;
            return rate * u / (Math.sqrt(v * inverseCorrection2) + adam.epsilon);
        }
    }

    @Override
    public String toString() {
        return "adam";
    }
}
