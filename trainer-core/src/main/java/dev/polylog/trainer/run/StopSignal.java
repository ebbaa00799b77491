package dev.polylog.trainer.run;

/** Asked at every step whether the run shall be abandoned from outside. */
@FunctionalInterface
public interface StopSignal {
    /** Never. */
    StopSignal NEVER = () -> false;

    boolean isRaised();
}
