package dev.polylog.trainer.run;

/** The run was stopped from outside before it ended; nothing of it is kept. */
public final class RunAbandonedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RunAbandonedException(long step) {
        super("Run abandoned at step " + step);
    }
}
