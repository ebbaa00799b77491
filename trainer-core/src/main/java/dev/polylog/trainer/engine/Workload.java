package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.Architecture;
import dev.polylog.trainer.network.LogisticLoss;
import dev.polylog.trainer.optimizer.Sgd;
import dev.polylog.trainer.task.Task;

/**
 * What an engine has to do: everything that engines differ in.
 *
 * @param task what is learned
 * @param architecture what learns
 * @param training how it learns
 */
public record Workload(Task task, Architecture architecture, Training training) {
    /** Of one bias and sample: it is copied and its gradient summed. */
    private static final double BIAS_NANOSECONDS = 0.3;

    /** p. */
    int width() {
        return architecture.width();
    }

    /** Whether it is SGD on the logistic loss of a mean-field ReLU network with trained outputs and no biases. */
    boolean isPlain() {
        return architecture.isPlain() && training.loss() instanceof LogisticLoss && training.optimizer() instanceof Sgd;
    }

    /** Number of first-layer weights, p d. */
    public double weights() {
        return (double) width() * task.d();
    }

    /** Number of weights and biases. */
    double parameters() {
        return weights() + width() + biases();
    }

    /** Number of biases. */
    int biases() {
        return architecture.bias().isTrained() ? width() : 0;
    }

    /**
     * Nanoseconds that a step takes more than plain SGD, on the frozen core: for each sample and neuron by the activation and
     * the biases, for each parameter by the optimiser.
     *
     * @param samples that are computed with
     * @param coordinates of the first layer that are moved
     */
    double extraNanoseconds(double samples, double coordinates) {
        double ofBiases = architecture.bias().isTrained() ? BIAS_NANOSECONDS : 0;
        double pass = architecture.activation().extraNanoseconds() + ofBiases;
        return width()
                * (samples * pass + (coordinates + 1) * training.optimizer().extraNanoseconds());
    }

    /** Numbers that labels and network see of a sample. */
    long seen() {
        return (long) width() + task.target().coordinates();
    }
}
