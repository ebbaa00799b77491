package dev.polylog.trainer.engine;

import dev.polylog.trainer.network.LogisticLoss;
import dev.polylog.trainer.network.Loss;
import dev.polylog.trainer.optimizer.Optimizer;
import dev.polylog.trainer.optimizer.Sgd;

/**
 * How a network is trained.
 *
 * @param batchSize m, samples a step
 * @param loss what is minimised
 * @param optimizer how gradients move weights
 * @param layers which layers are trained
 * @param switchStep with {@link Layers#FIRST_THEN_SECOND}, the last step of the first layer; else 0
 * @param precision the arithmetic of a step
 */
public record Training(
        long batchSize, Loss loss, Optimizer optimizer, Layers layers, long switchStep, Precision precision) {
    public Training {
        if (batchSize < 1) {
            throw new IllegalArgumentException("Invalid batch-size: " + batchSize + " (expected at least 1)");
        }
        if (layers == Layers.FIRST_THEN_SECOND && switchStep < 1) {
            throw new IllegalArgumentException("Invalid switch-step: " + switchStep
                    + " (expected at least 1 with layers first-then-second, the last step of the first layer)");
        }
    }

    /** SGD on the logistic loss, of both layers, in single precision. */
    public Training(long batchSize, double stepSize) {
        this(batchSize, new LogisticLoss(), new Sgd(stepSize), Layers.BOTH, 0, Precision.SINGLE);
    }

    public Training with(Loss other) {
        return new Training(batchSize, other, optimizer, layers, switchStep, precision);
    }

    public Training with(Optimizer other) {
        return new Training(batchSize, loss, other, layers, switchStep, precision);
    }

    public Training with(Layers other) {
        return new Training(batchSize, loss, optimizer, other, switchStep, precision);
    }

    public Training with(Precision other) {
        return new Training(batchSize, loss, optimizer, layers, switchStep, other);
    }

    /** m as a number of samples that are drawn: engines that draw them are given no more than an array is long. */
    public int drawnSamples() {
        return Math.toIntExact(batchSize);
    }

    /** eta. */
    public double stepSize() {
        return optimizer.stepSize();
    }

    /** Whether a step moves the first layer. */
    public boolean movesFirst(long step) {
        return switch (layers) {
            case BOTH, FIRST -> true;
            case SECOND -> false;
            case FIRST_THEN_SECOND -> step <= switchStep;
        };
    }

    /** Whether a step moves the second layer, if that is trained at all. */
    public boolean movesSecond(long step) {
        return switch (layers) {
            case BOTH, SECOND -> true;
            case FIRST -> false;
            case FIRST_THEN_SECOND -> step > switchStep;
        };
    }
}
