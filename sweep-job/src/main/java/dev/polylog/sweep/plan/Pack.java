package dev.polylog.sweep.plan;

import java.io.Serializable;

/** Runs that one task trains one after the other. Immutable. */
public final class Pack implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int number;
    private final long[] runs;
    private final double seconds;

    Pack(int number, long[] runs, double seconds) {
        this.number = number;
        this.runs = runs;
        this.seconds = seconds;
    }

    /** Position in the order of execution. */
    public int number() {
        return number;
    }

    public int size() {
        return runs.length;
    }

    /** Cell of the i-th run. */
    public int cell(int i) {
        return (int) (runs[i] >>> 32);
    }

    /** Replicate of the i-th run. */
    public int replicate(int i) {
        return (int) runs[i];
    }

    /** Predicted seconds on one core. */
    public double seconds() {
        return seconds;
    }
}
