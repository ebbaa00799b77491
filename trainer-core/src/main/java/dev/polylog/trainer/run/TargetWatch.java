package dev.polylog.trainer.run;

import dev.polylog.trainer.observe.Checkpoint;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Applies a stop rule to the checkpoints of one run, in order. */
final class TargetWatch {
    /** A training loss that falls by no more has not fallen. */
    private static final double LEAST_FALL = 1e-24;

    private final StopRule rule;
    private final Target error;
    private final Target loss;
    private double lowestLoss = Double.POSITIVE_INFINITY;
    private long lowestAt;
    private int stagnant;
    private double lowestTrainLoss = Double.POSITIVE_INFINITY;
    private int stagnantSteps;

    TargetWatch(StopRule rule) {
        this.rule = rule;
        this.error = new Target("test error", rule.atError(), Checkpoint::testError);
        this.loss = new Target("test loss", rule.atLoss(), Checkpoint::testLoss);
    }

    /** The outcome that this checkpoint decides, if any. */
    Optional<Outcome> consider(Checkpoint checkpoint) {
        boolean errorIsMet = error.isConfirmedBy(checkpoint);
        boolean lossIsMet = loss.isConfirmedBy(checkpoint);
        if (errorIsMet) {
            return Optional.of(error.reached());
        }
        if (lossIsMet) {
            return Optional.of(loss.reached());
        }
        return stagnation(checkpoint);
    }

    /**
     * The outcome that a step decides, if any.
     *
     * @param trainLoss of its minibatch, before the step
     * @param samples training samples seen after the step
     */
    Optional<Outcome> considerStep(long step, long samples, double trainLoss) {
        Double target = rule.atTrainLoss();
        if (target != null && trainLoss < target) {
            return Optional.of(
                    new Outcome.Reached("training loss below " + Canonical.text(target.doubleValue()), step, samples));
        }
        if (lowestTrainLoss - trainLoss > LEAST_FALL) {
            lowestTrainLoss = trainLoss;
            stagnantSteps = 0;
            return Optional.empty();
        }
        stagnantSteps++;
        return rule.stagnation() > 0 && stagnantSteps >= rule.stagnation()
                ? Optional.of(
                        new Outcome.Exhausted("training loss has not fallen since step " + (step - stagnantSteps)))
                : Optional.empty();
    }

    private Optional<Outcome> stagnation(Checkpoint checkpoint) {
        if (checkpoint.testLoss() < lowestLoss) {
            lowestLoss = checkpoint.testLoss();
            lowestAt = checkpoint.step();
            stagnant = 0;
            return Optional.empty();
        }
        if (error.isPending() || loss.isPending()) {
            return Optional.empty();
        }
        stagnant++;
        return rule.patience() > 0 && stagnant >= rule.patience()
                ? Optional.of(new Outcome.Exhausted("test loss has not fallen since step " + lowestAt))
                : Optional.empty();
    }

    private final class Target {
        private final String quantity;
        private final @Nullable Double threshold;
        private final ToDoubleFunction<Checkpoint> value;
        private int inARow;
        private @Nullable Checkpoint first;

        Target(String quantity, @Nullable Double threshold, ToDoubleFunction<Checkpoint> value) {
            this.quantity = quantity;
            this.threshold = threshold;
            this.value = value;
        }

        boolean isConfirmedBy(Checkpoint checkpoint) {
            if (threshold == null || !(value.applyAsDouble(checkpoint) <= threshold)) {
                inARow = 0;
                first = null;
                return false;
            }
            if (first == null) {
                first = checkpoint;
            }
            inARow++;
            return inARow >= rule.confirm();
        }

        /** Whether the last checkpoint met the target. */
        boolean isPending() {
            return inARow > 0;
        }

        Outcome reached() {
            if (first == null || threshold == null) {
                throw new IllegalStateException("The target on the " + quantity + " has not been met");
            }
            return new Outcome.Reached(
                    quantity + " at most " + Canonical.text(threshold.doubleValue()), first.step(), first.samples());
        }
    }
}
