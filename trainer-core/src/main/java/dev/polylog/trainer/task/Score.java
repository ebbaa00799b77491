package dev.polylog.trainer.task;

/** A real function of an input whose sign is the label, and whose zeros are the boundary between the classes. */
@FunctionalInterface
public interface Score {

    /**
     * Its value at an input, positive where the label is +1.
     *
     * @param z the coordinates that the label depends on
     */
    double of(double... z);
}
