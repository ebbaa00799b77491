package dev.polylog.trainer.observe;

import org.jspecify.annotations.Nullable;

/** One row of a trajectory. Immutable. */
public final class Checkpoint {
    private final long step;
    private final long samples;
    private final double time;
    private final @Nullable Double trainLoss;
    private final @Nullable Double[] values;
    private final @Nullable Phase phase;

    /**
     * A checkpoint of its values.
     *
     * @param samples training samples seen
     * @param time {@code step * eta}
     * @param trainLoss mean loss over the last minibatch at the parameters before that step; null at step 0
     * @param values one for each of {@link Observable#ALL}; null where it makes no sense for the task
     * @param phase null when the weights are not finite, or the task has no blocks
     */
    public Checkpoint(
            long step,
            long samples,
            double time,
            @Nullable Double trainLoss,
            @Nullable Double[] values,
            @Nullable Phase phase) {
        if (values.length != Observable.ALL.size()) {
            throw new IllegalArgumentException("Invalid values: " + values.length + " (expected one for each of "
                    + Observable.ALL.size() + " observables)");
        }
        this.step = step;
        this.samples = samples;
        this.time = time;
        this.trainLoss = trainLoss;
        this.values = values.clone();
        this.phase = phase;
    }

    public long step() {
        return step;
    }

    /** Training samples seen. */
    public long samples() {
        return samples;
    }

    /** {@code step * eta}. */
    public double time() {
        return time;
    }

    /** Mean loss over the last minibatch at the parameters before that step; null at step 0. */
    public @Nullable Double trainLoss() {
        return trainLoss;
    }

    /** Value of the observable at this position of {@link Observable#ALL}; null where it makes no sense for the task. */
    public @Nullable Double value(int observable) {
        return values[observable];
    }

    public double testLoss() {
        return present(Observer.TEST_LOSS);
    }

    /** Not a number where labels are no classes. */
    public double testError() {
        return present(Observer.TEST_ERROR);
    }

    private double present(int observable) {
        Double value = values[observable];
        return value == null ? Double.NaN : value;
    }

    /** Null when the weights are not finite, or the task has no blocks. */
    public @Nullable Phase phase() {
        return phase;
    }
}
