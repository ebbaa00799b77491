package dev.polylog.trainer.vector;

/**
 * Decides when a kernel in the Vector API takes over from its portable twin of the same bits.
 *
 * <p>Vector code is a hundred times slower than the twin until the compiler has been through it, which takes a second or
 * two. So it gets a small share of the calls at first, and all of them once it has been the faster one several times in a
 * row. Where it never is, as in a virtual machine without an optimising compiler, its share fades away. One race serves all
 * threads; a lost update costs nothing.
 */
public final class Race {
    private static final int FIRST_INTERVAL = 8;
    private static final int LAST_INTERVAL = 1 << 20;
    private static final int PATIENCE = 1000;
    private static final int WINS = 3;

    private volatile boolean isWon;
    private int calls;
    private int trials;
    private int wins;
    private int interval = FIRST_INTERVAL;
    private long portableNanos;

    /** Whether the vector kernel has taken over. */
    public boolean isWon() {
        return isWon;
    }

    /** Whether the vector kernel shall do the next piece of work. */
    public boolean isTrial() {
        return ++calls % interval == 0;
    }

    /** Tells how long the portable kernel took for its last piece. */
    public void portable(long nanos) {
        portableNanos = nanos;
    }

    /** Tells how long the vector kernel took for a piece of the same size. */
    public void vector(long nanos) {
        wins = nanos < portableNanos ? wins + 1 : 0;
        isWon = wins >= WINS;
        if (++trials % PATIENCE == 0) {
            interval = Math.min(2 * interval, LAST_INTERVAL);
        }
    }
}
