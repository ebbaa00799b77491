package dev.polylog.trainer.optimizer;

import dev.polylog.trainer.network.Parameter;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Plain stochastic gradient descent, {@code w -= eta g}.
 *
 * @param stepSize eta
 */
public record Sgd(double stepSize) implements Optimizer {
    public Sgd {
        Optimizer.checkStepSize(stepSize);
    }

    @Override
    public Optimizer with(double newStepSize, ToDoubleFunction<Parameter> values) {
        return new Sgd(newStepSize);
    }

    @Override
    public int momentsPerParameter() {
        return 0;
    }

    @Override
    public Optional<Recurrence> recurrence() {
        return Optional.of(new Recurrence(0, stepSize, 0));
    }

    @Override
    public Rule start(int parameters, long batchSize) {
        double rate = stepSize / batchSize;
        return new Rule() {
            @Override
            public void begin() {}

            @Override
            public double displacement(int parameter, double factor, double sum) {
                return rate * factor * sum;
            }

            /** In single precision, which is twice as fast. */
            @Override
            public void move(float[] weights, int at, float[] sums, int from, int count, double factor) {
                float step = (float) (rate * factor);
                for (int k = 0; k < count; k++) {
                    weights[at + k] -= step * sums[from + k];
                }
            }
        };
    }

    @Override
    public String toString() {
        return "sgd";
    }
}
