package dev.polylog.sweep.spark;

/** Spark gave up on the job. What was published by then is kept. */
public final class SweepJobException extends Exception {
    private static final long serialVersionUID = 1L;

    SweepJobException(Throwable cause) {
        super(String.valueOf(cause.getMessage()).lines().findFirst().orElse(""), cause);
    }
}
