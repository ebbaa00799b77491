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
    /** p. */
    int width() {
        return architecture.width();
    }

    /** Whether it is SGD on the logistic loss of a mean-field ReLU network with trained outputs and no biases. */
    boolean isPlain() {
        return architecture.equals(Architecture.ofWidth(width()))
                && training.loss() instanceof LogisticLoss
                && training.optimizer() instanceof Sgd;
    }

    /** Numbers that labels and network see of a sample. */
    double seen() {
        return width() + task.target().coordinates();
    }
}
